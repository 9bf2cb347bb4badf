import { CsvError, parse } from 'csv-parse/sync';
import { trimmedEnd } from '@yoriai/domain/kernel';
import {
  fileProblem,
  readRoster,
  rosterLimits,
  showsHeader,
  type RosterEntry,
  type RosterProblem,
  type RosterRecord,
} from '@yoriai/domain/people';

type Encoding = 'UTF-8' | 'Shift_JIS' | 'UTF-16';

/** What a file says by itself. */
export interface RosterFile {
  readonly encoding: Encoding;
  readonly entries: readonly RosterEntry[];
  readonly problems: readonly RosterProblem[];
}

interface RosterRows {
  readonly records: readonly RosterRecord[];
  readonly encoding: Encoding;
  /** Why the file could not be split into records. */
  readonly problem: RosterProblem | null;
}

/** A roster that could not be read: told like a bad row. */
export const unreadable = (code: 'FILE_UNREADABLE' | 'FILE_TOO_BIG'): RosterFile => ({
  encoding: 'UTF-8',
  entries: [],
  problems: [fileProblem(code)],
});

/** Reads a file as far as it can be read without knowing the organisation. */
export function readRosterFile(bytes: Uint8Array): RosterFile {
  const { encoding, problem, records } = splitRosterFile(bytes);
  return { encoding, ...(problem ? { entries: [], problems: [problem] } : readRoster(records)) };
}

/** The same from base64, with or without line breaks in it; null when it is none. */
export function readRosterBase64(base64: string): RosterFile | null {
  const digits = base64.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return null;
  // Long enough to be told that it is too long, and no longer.
  return readRosterFile(Buffer.from(digits.slice(0, 2 * rosterLimits.bytes), 'base64'));
}

/** Splits a roster as spreadsheets write it: UTF-8 with or without BOM, Shift_JIS (CP932) or UTF-16; commas, tabs or semicolons. */
export function splitRosterFile(bytes: Uint8Array): RosterRows {
  if (bytes.length > rosterLimits.bytes)
    return failed('UTF-8', fileProblem('FILE_TOO_BIG', String(bytes.length)));
  // A workbook is a zip archive, an old one a compound file.
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return failed('UTF-8', fileProblem('FILE_IS_EXCEL'));
  const decoded = decode(bytes);
  if (!decoded) return failed('UTF-8', fileProblem('FILE_UNREADABLE'));
  const { text, encoding } = decoded;
  try {
    return { records: split(text), encoding, problem: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number((error as { records?: number }).records ?? 0) + 1;
    return failed(encoding, fileProblem('FILE_MALFORMED', null, row));
  }
}

const failed = (encoding: Encoding, problem: RosterProblem): RosterRows => ({
  records: [],
  encoding,
  problem,
});
const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte);

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const as = (label: string): string | null => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  const read = (label: string, encoding: Encoding) => {
    const text = as(label);
    return text === null ? null : { text, encoding };
  };
  if (startsWith(bytes, [0xff, 0xfe])) return read('utf-16le', 'UTF-16');
  if (startsWith(bytes, [0xfe, 0xff])) return read('utf-16be', 'UTF-16');
  // What happens to be valid UTF-8 is hardly ever Shift_JIS; `shift_jis` is CP932, with its 髙 and ①.
  return read('utf-8', 'UTF-8') ?? read('shift_jis', 'Shift_JIS');
}

const delimiters = [',', '\t', ';'] as const;

/** Each mark of the order of bytes goes, one more than there should be too, and the sign with which old programs ended a file. */
function split(raw: string): RosterRecord[] {
  const text = trimmedEnd(raw.replace(/^\ufeff+/, ''), /[\s\p{Cc}]/u).replace(/\r\n?/g, '\n');
  const byHeader = delimiters.find((delimiter) => showsHeader(head(text, delimiter)));
  return rows(text, byHeader ?? mostUsed(text));
}

/** More rows than a title and empty lines above the header take. */
const headRows = 50;
const head = (text: string, delimiter: string): RosterRecord[] => {
  try {
    return rows(text, delimiter, { to: headRows });
  } catch {
    // Another sign parts the cells, or none does; that is told when the whole is read.
    return [];
  }
};

/** Where no header is found: the most frequent delimiter in the first line. */
function mostUsed(text: string): string {
  const firstLine = text.slice(0, text.search(/\n|$/));
  const count = (sign: string): number => firstLine.split(sign).length;
  return delimiters.reduce<string>((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

const rows = (text: string, delimiter: string, some: { to?: number } = {}): RosterRecord[] =>
  parse<string[]>(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: '\n',
    ...some,
  } as never).map((cells, i) => ({ line: i + 1, cells }));
