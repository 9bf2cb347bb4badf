import { CsvError, parse } from 'csv-parse/sync';
import { fileProblem, rosterLimits, type RosterProblem, type RosterRecord } from '@yoriai/domain/people';

export interface RosterFile {
  readonly records: readonly RosterRecord[];
  readonly encoding: 'UTF-8' | 'Shift_JIS' | 'UTF-16';
  /** Why the file could not be split into records. */
  readonly problem: RosterProblem | null;
}

/** Splits a roster as spreadsheets write it: UTF-8 with or without BOM, Shift_JIS (CP932) or UTF-16; commas, tabs or semicolons. */
export function readRosterFile(bytes: Uint8Array): RosterFile {
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
    const line = Number((error as { lines?: number }).lines ?? 1);
    return failed(encoding, fileProblem('FILE_MALFORMED', null, line));
  }
}

const failed = (encoding: RosterFile['encoding'], problem: RosterProblem): RosterFile => ({
  records: [],
  encoding,
  problem,
});
const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte);

function decode(bytes: Uint8Array): { text: string; encoding: RosterFile['encoding'] } | null {
  const as = (label: string): string | null => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  const read = (label: string, encoding: RosterFile['encoding']) => {
    const text = as(label);
    return text === null ? null : { text, encoding };
  };
  if (startsWith(bytes, [0xff, 0xfe])) return read('utf-16le', 'UTF-16');
  // What happens to be valid UTF-8 is hardly ever Shift_JIS; `shift_jis` is CP932, with its 髙 and ①.
  return read('utf-8', 'UTF-8') ?? read('shift_jis', 'Shift_JIS');
}

function split(raw: string): RosterRecord[] {
  const text = raw.replace(/\r\n?/g, '\n');
  const firstLine = text.slice(0, text.search(/\n|$/));
  const count = (sign: string): number => firstLine.split(sign).length;
  const delimiter = [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  const rows = parse<{ record: string[]; info: { lines: number } }>(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: '\n',
  } as never);
  let ended = 0;
  return rows.map(({ record, info }) => {
    const line = ended + 1;
    ended = info.lines;
    return { line, cells: record };
  });
}
