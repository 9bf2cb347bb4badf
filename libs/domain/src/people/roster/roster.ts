import {
  alike,
  composed,
  isCleanText,
  lengthOf,
  limits,
  oneLine,
  type BadUserInput,
  type GroupId,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import { readEmail } from '../members/email.js';
import {
  changeProfile,
  memberLimits,
  profileOf,
  sameProfile,
  type MemberStatus,
  type Profile,
  type TenantRole,
} from '../members/member.js';
import { readKana, readName, sameName } from '../members/names.js';
import { phoneKey, readPhone, withLeadingZero } from '../members/phone.js';
import { readPrefecture } from '../members/prefectures.js';
import { columnOfHeader, type RosterColumn } from './roster-columns.js';

export const rosterLimits = {
  /** 1 MB, before decoding. */
  bytes: 1_000_000,
  rows: 1_000,
  groupsPerPerson: 10,
  /** Longest piece of a bad cell that is shown back, in characters. */
  shownValue: 60,
  /** Lines above the header that are taken for a title. */
  titleLines: 5,
  /** Of one row so many cells are looked at; columns behind them are passed over. */
  columns: 200,
  /** Of one cell so much is looked at; a longer one is TOO_LONG. */
  cell: 5_000,
} as const;

/** One record of the file; `line` is its row in a spreadsheet, counted from 1: a line break inside a cell begins no row. */
export interface RosterRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Each has words in both languages, told together with line, column and value. */
export const rosterProblemCodes = [
  'FILE_EMPTY',
  'FILE_TOO_BIG',
  'FILE_UNREADABLE',
  'FILE_IS_EXCEL',
  'FILE_MALFORMED',
  'TOO_MANY_ROWS',
  'NAME_COLUMN_MISSING',
  'CONTACT_COLUMN_MISSING',
  'COLUMN_TWICE',
  'NAME_MISSING',
  'CONTACT_MISSING',
  'TOO_LONG',
  'BAD_CHARACTERS',
  'BAD_KANA',
  'BAD_EMAIL',
  'BAD_PHONE',
  'UNKNOWN_PREFECTURE',
  'UNKNOWN_ROLE',
  'TOO_MANY_GROUPS',
  'FACILITATOR_WITHOUT_GROUP',
  'DUPLICATE_EMAIL',
  'DUPLICATE_PERSON',
  'PHONE_OF_SOMEONE_ELSE',
  'MEMBER_GONE',
  'GROUP_FULL',
  'GROUP_CLOSED',
  'OWN_SEAT',
] as const;
export type RosterProblemCode = (typeof rosterProblemCodes)[number];

export interface RosterProblem {
  readonly line: number;
  /** The header as written in the file; null when the whole row or file is meant. */
  readonly column: string | null;
  readonly code: RosterProblemCode;
  readonly value: string | null;
}

/** Another roster of the organisation is being read or imported; it can be tried again in a little while. */
export interface RosterBusy {
  readonly code: 'ROSTER_BUSY';
}
/** Nothing was imported: these rows must be corrected first. */
export interface RosterHasProblems {
  readonly code: 'ROSTER_HAS_PROBLEMS';
  readonly count: number;
  readonly problems: readonly RosterProblem[];
}
export type RosterError = RosterHasProblems | RosterBusy;

/** A row without errors of its own. */
export interface RosterEntry extends Profile {
  readonly line: number;
  readonly email: string | null;
  /** ADMIN only where the file says so. */
  readonly role: TenantRole;
  readonly facilitates: boolean;
  readonly groups: readonly string[];
  /** Headers by what they mean, for problems that are found later. */
  readonly headers: RosterHeaders;
}
export type RosterHeaders = Readonly<Partial<Record<RosterColumn, string>>>;

export interface RosterReading {
  readonly entries: readonly RosterEntry[];
  readonly problems: readonly RosterProblem[];
}

/** A problem with the file as a whole. */
export const fileProblem = (
  code: RosterProblemCode,
  value: string | null = null,
  line = 1,
): RosterProblem => ({ line, column: null, code, value });

/**
 * Reads a roster as far as it can be read without knowing the tenant. The header is found in one of the first five lines, by
 * Japanese or English names; unknown columns are passed over. 氏名 (or 姓 and 名) is required, and a mail address or a
 * phone number. Empty rows are skipped. Every bad cell is a problem; none of them stops the reading.
 */
export function readRoster(records: readonly RosterRecord[]): RosterReading {
  const filled = records
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({ line, cells: cells.slice(0, rosterLimits.columns) }));
  if (filled.length === 0) return { entries: [], problems: [fileProblem('FILE_EMPTY')] };
  const at = Math.max(0, filled.slice(0, rosterLimits.titleLines).findIndex(isHeader));
  const header = filled[at]!;
  const rows = filled.slice(at + 1);
  const whole: RosterProblem[] = [];
  if (!hasName(header.cells)) whole.push(fileProblem('NAME_COLUMN_MISSING', null, header.line));
  if (!hasContact(header.cells)) whole.push(fileProblem('CONTACT_COLUMN_MISSING', null, header.line));
  if (rows.length > rosterLimits.rows)
    whole.push(fileProblem('TOO_MANY_ROWS', String(rows.length), header.line));
  else if (rows.length === 0) whole.push(fileProblem('FILE_EMPTY', null, header.line));
  const columns = header.cells.map(columnOfHeader);
  columns.forEach((column, i) => {
    if (column !== null && columns.indexOf(column) < i)
      whole.push({
        line: header.line,
        column: shown(header.cells[i]!.trim()),
        code: 'COLUMN_TWICE',
        value: null,
      });
  });
  if (whole.length > 0) return { entries: [], problems: whole };

  const headers: Partial<Record<RosterColumn, string>> = {};
  columns.forEach((column, i) => column && (headers[column] = shown(header.cells[i]!.trim())));
  const read = rows.map((row) => readRow(row, columns, headers));
  const entries = read.flatMap(({ entry }) => (entry ? [entry] : []));
  return {
    entries,
    problems: [...read.flatMap(({ problems }) => problems), ...duplicates(entries)].sort(byLine),
  };
}

const isHeader = ({ cells }: RosterRecord): boolean => hasName(cells) && hasContact(cells);
/** Whether the first rows hold a header: so it is seen which sign parts the cells, title or no title. */
export const showsHeader = (records: readonly RosterRecord[]): boolean =>
  records
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .slice(0, rosterLimits.titleLines)
    .some(({ line, cells }) => isHeader({ line, cells: cells.slice(0, rosterLimits.columns) }));

const has = (cells: readonly string[], ...wanted: RosterColumn[]): boolean =>
  wanted.every((column) => cells.some((cell) => columnOfHeader(cell) === column));
const hasName = (cells: readonly string[]): boolean =>
  has(cells, 'name') || has(cells, 'familyName', 'givenName');
const hasContact = (cells: readonly string[]): boolean => has(cells, 'email') || has(cells, 'phone');
const byLine = (a: RosterProblem, b: RosterProblem): number => a.line - b.line;
/** What can be shown back to the reader without breaking their screen. */
const shown = (text: string): string => {
  const clean = text.slice(0, 4 * rosterLimits.shownValue).replace(/\p{Cc}|\p{Surrogate}/gu, '\ufffd');
  return lengthOf(clean) > rosterLimits.shownValue
    ? `${[...clean].slice(0, rosterLimits.shownValue).join('')}…`
    : clean;
};

function readRow(
  row: RosterRecord,
  columns: readonly (RosterColumn | null)[],
  headers: RosterHeaders,
): { entry?: RosterEntry; problems: RosterProblem[] } {
  const problems: RosterProblem[] = [];
  const raw = (column: RosterColumn): string => row.cells[columns.indexOf(column)] ?? '';
  const cell = (column: RosterColumn): string => raw(column).slice(0, rosterLimits.cell).trim();
  const problem = (
    column: RosterColumn,
    code: RosterProblemCode,
    value: string | null = cell(column),
  ): void => {
    problems.push({
      line: row.line,
      column: headers[column] ?? null,
      code,
      value: value === null ? null : shown(value),
    });
  };
  /** A cell as the reader of its kind takes it; `bad` is the code for what that reader calls malformed. */
  const take = (
    column: RosterColumn,
    bad: RosterProblemCode,
    text: string,
    reader: (text: string) => Result<string | null, BadUserInput>,
  ): string | null => {
    const read = text === '' ? null : reader(text);
    if (read === null || read.ok) return read?.value ?? null;
    problem(
      column,
      read.error.rule === 'TOO_LONG' ? 'TOO_LONG' : !isCleanText(text) ? 'BAD_CHARACTERS' : bad,
      text,
    );
    return null;
  };
  const text = (column: RosterColumn, max: number): string | null =>
    take(column, 'BAD_CHARACTERS', cell(column), (value) => {
      const clean = composed(value);
      if (!isCleanText(clean))
        return { ok: false, error: { code: 'BAD_USER_INPUT', field: column, rule: 'MALFORMED' } };
      return lengthOf(clean) > max
        ? { ok: false, error: { code: 'BAD_USER_INPUT', field: column, rule: 'TOO_LONG', limit: max } }
        : { ok: true, value: clean };
    });

  const whole = (name: RosterColumn, family: RosterColumn, given: RosterColumn): string =>
    cell(name) || `${cell(family)} ${cell(given)}`.trim();
  const nameColumn: RosterColumn = headers.name === undefined ? 'familyName' : 'name';
  const fullName = whole('name', 'familyName', 'givenName');
  if (fullName === '') problem(nameColumn, 'NAME_MISSING', null);
  const displayName = take(nameColumn, 'BAD_CHARACTERS', fullName, (value) => readName('displayName', value));
  const kana = take(
    headers.kana === undefined ? 'familyKana' : 'kana',
    'BAD_KANA',
    whole('kana', 'familyKana', 'givenKana'),
    (value) => readKana('kana', value),
  );
  const email = take('email', 'BAD_EMAIL', cell('email'), (value) => readEmail('email', value));
  const phone = take('phone', 'BAD_PHONE', cell('phone'), (value) =>
    readPhone('phone', withLeadingZero(value)),
  );
  if (cell('email') === '' && cell('phone') === '')
    problem(headers.email === undefined ? 'phone' : 'email', 'CONTACT_MISSING', null);
  const prefecture = take('prefecture', 'UNKNOWN_PREFECTURE', cell('prefecture'), (value) =>
    readPrefecture('prefecture', value),
  );
  const businessName = text('businessName', memberLimits.businessName);
  const industry = text('industry', memberLimits.industry);
  const strengths = text('strengths', memberLimits.strengths);
  const standing = readRole(cell('role'));
  if (standing === null) problem('role', 'UNKNOWN_ROLE');
  const groups = readGroups(cell('groups'));
  if (groups.length > rosterLimits.groupsPerPerson) problem('groups', 'TOO_MANY_GROUPS');
  for (const group of groups) {
    if (lengthOf(group) > limits.name) problem('groups', 'TOO_LONG', group);
    else if (!isCleanText(group)) problem('groups', 'BAD_CHARACTERS', group);
  }
  if (standing?.facilitates && groups.length === 0) problem('role', 'FACILITATOR_WITHOUT_GROUP');

  for (const column of columns)
    if (
      column !== null &&
      raw(column).length > rosterLimits.cell &&
      !problems.some((one) => one.column === headers[column])
    )
      problem(column, 'TOO_LONG');

  if (displayName === null || standing === null || problems.length > 0) return { problems };
  const profile = { displayName, kana, phone, businessName, industry, prefecture, strengths };
  return { problems, entry: { line: row.line, email, ...profile, ...standing, groups, headers } };
}

const roleWords: Readonly<Record<string, { readonly role?: 'ADMIN'; readonly facilitates?: true }>> = {
  会員: {},
  一般: {},
  一般会員: {},
  メンバー: {},
  member: {},
  事務局: { role: 'ADMIN' },
  管理者: { role: 'ADMIN' },
  admin: { role: 'ADMIN' },
  administrator: { role: 'ADMIN' },
  office: { role: 'ADMIN' },
  進行役: { facilitates: true },
  進行: { facilitates: true },
  ファシリテーター: { facilitates: true },
  世話役: { facilitates: true },
  facilitator: { facilitates: true },
};

/** 会員, 事務局, 進行役 or the English words; 事務局 兼 進行役 is both. Empty means 会員; null an unknown word. */
export function readRole(text: string): { readonly role: TenantRole; readonly facilitates: boolean } | null {
  const words = alike(text)
    .split(/[\s兼・,;、/+&]+/u)
    .filter((word) => word !== '');
  const known = words.map((word) => (Object.hasOwn(roleWords, word) ? roleWords[word] : undefined));
  if (known.some((word) => word === undefined)) return null;
  return {
    role: known.some((word) => word?.role === 'ADMIN') ? 'ADMIN' : 'MEMBER',
    facilitates: known.some((word) => word?.facilitates),
  };
}

/** Several groups in one cell, separated by ; 、 ／ or a line break; each once, spaces made one. */
export function readGroups(text: string): readonly string[] {
  const names = text.split(/[;；、/／\n\r|｜]+/u).map((name) => composed(oneLine(name)));
  const byKey = new Map<string, string>();
  for (const name of names) if (name !== '' && !byKey.has(groupKey(name))) byKey.set(groupKey(name), name);
  return [...byKey.values()];
}
/** What two spellings of a group's name have in common. */
export const groupKey = (name: string): string => alike(name).replace(/ /g, '');

/** People who are in the file twice, reported at the later row. Only people without a mail address are known by phone. */
function duplicates(entries: readonly RosterEntry[]): RosterProblem[] {
  const problems: RosterProblem[] = [];
  const byEmail = new Set<string>();
  const byPhone = new Map<string, RosterEntry[]>();
  for (const entry of entries) {
    const found = (column: RosterColumn, code: RosterProblemCode, value: string): void => {
      problems.push({ line: entry.line, column: entry.headers[column] ?? null, code, value });
    };
    if (entry.email !== null && byEmail.has(entry.email)) {
      found('email', 'DUPLICATE_EMAIL', entry.email);
      continue;
    }
    if (entry.email !== null) byEmail.add(entry.email);
    if (entry.phone === null) continue;
    const key = phoneKey(entry.phone);
    const others = (byPhone.get(key) ?? []).filter((other) => entry.email === null || other.email === null);
    if (others.some((other) => samePerson(entry, other))) found('phone', 'DUPLICATE_PERSON', entry.phone);
    else if (others.length > 0) found('phone', 'PHONE_OF_SOMEONE_ELSE', entry.phone);
    byPhone.set(key, [...(byPhone.get(key) ?? []), entry]);
  }
  return problems;
}
const samePerson = (a: Pick<Profile, 'displayName'>, b: Pick<Profile, 'displayName'>): boolean =>
  sameName(a.displayName, b.displayName);

/** A member as the roster compares with them; `email` is the account's, or where the invitation went. */
export interface KnownMember extends Profile {
  readonly id: MemberId;
  readonly email: string | null;
  readonly role: TenantRole;
  readonly status: MemberStatus;
}
/** A group as far as the roster needs it: who is in it or proposed to it, and how many of the seats are taken or promised. */
export interface KnownGroup {
  readonly id: GroupId;
  readonly name: string;
  readonly capacity: number;
  readonly open: boolean;
  readonly memberIds: readonly MemberId[];
  readonly facilitatorIds: readonly MemberId[];
  readonly seated: number;
}
export interface KnownTenant {
  readonly members: readonly KnownMember[];
  readonly groups: readonly KnownGroup[];
  /** Seats of a group that the file brings into being. */
  readonly newGroupCapacity: number;
  /** Who imports; null for the command line. */
  readonly importer: MemberId | null;
}

export type RosterOutcome = 'NEW' | 'EXISTING' | 'UNCHANGED';
export interface RosterPlanRow {
  readonly entry: RosterEntry;
  readonly outcome: RosterOutcome;
  readonly member: KnownMember | null;
  /** What the member's profile will say: empty cells take nothing away. */
  readonly profile: Profile;
  /** What the member's role will be: the file can give 事務局, never take it. */
  readonly role: TenantRole;
  /** Groups to be joined, by their name; `id` is null for one that will be made. */
  readonly joins: readonly { readonly id: GroupId | null; readonly name: string }[];
}
export interface RosterPlan {
  readonly rows: readonly RosterPlanRow[];
  /** Names of groups that will be made, in the order of the file. */
  readonly newGroups: readonly string[];
  readonly problems: readonly RosterProblem[];
}

/**
 * Compares what a roster says with who is here. A person is known by mail address; without one on either side by phone number, and
 * then the name must agree too (PHONE_OF_SOMEONE_ELSE otherwise: a mail address tells them apart). Those who have left, were
 * suspended or have died are not brought back by a file (MEMBER_GONE). Groups are known by name; unknown ones are made;
 * the row that makes a group fuller than its capacity is named (GROUP_FULL). No one imports themselves into a group, except as
 * the facilitator of one that the file makes (OWN_SEAT).
 */
export function planRoster(entries: readonly RosterEntry[], tenant: KnownTenant): RosterPlan {
  const problems: RosterProblem[] = [];
  const byEmail = new Map(
    tenant.members.flatMap((member) => (member.email ? [[member.email, member] as const] : [])),
  );
  const byPhone = new Map<string, KnownMember[]>();
  for (const member of tenant.members)
    if (member.phone !== null)
      byPhone.set(phoneKey(member.phone), [...(byPhone.get(phoneKey(member.phone)) ?? []), member]);
  const groups = new Map<string, KnownGroup>();
  for (const group of tenant.groups)
    if (group.open || !groups.has(groupKey(group.name))) groups.set(groupKey(group.name), group);
  const made = new Map<string, string>();
  const taken = new Map<string, number>();
  const claimed = new Set<MemberId>();

  const rows = entries.map((entry): RosterPlanRow => {
    const problem = (column: RosterColumn, code: RosterProblemCode, value: string | null): void => {
      problems.push({ line: entry.line, column: entry.headers[column] ?? null, code, value });
    };
    const member = find(entry, problem);
    if (member && claimed.has(member.id)) problem('name', 'DUPLICATE_PERSON', entry.displayName);
    if (member) claimed.add(member.id);
    if (
      member &&
      (member.status === 'ALUMNI' || member.status === 'SUSPENDED' || member.status === 'DECEASED')
    )
      problem('name', 'MEMBER_GONE', entry.displayName);

    const joins = entry.groups.flatMap((name) => {
      const key = groupKey(name);
      const group = groups.get(key);
      const inIt = member !== null && group?.memberIds.includes(member.id) === true;
      if (inIt && (!entry.facilitates || group.facilitatorIds.includes(member.id))) return [];
      if (group && !group.open) problem('groups', 'GROUP_CLOSED', name);
      const capacity = group?.capacity ?? tenant.newGroupCapacity;
      const seats = (taken.get(key) ?? group?.seated ?? 0) + (inIt ? 0 : 1);
      taken.set(key, seats);
      if (seats > capacity) problem('groups', 'GROUP_FULL', name);
      if (!group && !made.has(key)) made.set(key, name);
      if (member !== null && member.id === tenant.importer && !(group === undefined && entry.facilitates))
        problem('groups', 'OWN_SEAT', name);
      return [{ id: group?.id ?? null, name: group?.name ?? made.get(key)! }];
    });
    const profile = merged(entry, member);
    const role = member?.role === 'ADMIN' ? 'ADMIN' : entry.role;
    const same =
      member !== null &&
      sameProfile(member, profile) &&
      member.role === role &&
      joins.length === 0 &&
      (entry.email === null || member.email !== null);
    return {
      entry,
      member,
      profile,
      role,
      joins,
      outcome: member === null ? 'NEW' : same ? 'UNCHANGED' : 'EXISTING',
    };
  });
  return { rows, newGroups: [...made.values()], problems: problems.sort(byLine) };

  function find(
    entry: RosterEntry,
    problem: (column: RosterColumn, code: RosterProblemCode, value: string) => void,
  ): KnownMember | null {
    const known = entry.email === null ? undefined : byEmail.get(entry.email);
    if (known) return known;
    if (entry.phone === null) return null;
    const sharing = (byPhone.get(phoneKey(entry.phone)) ?? []).filter(
      (member) => entry.email === null || member.email === null,
    );
    const match = sharing.find((member) => samePerson(entry, member));
    if (!match && sharing.length > 0) problem('phone', 'PHONE_OF_SOMEONE_ELSE', entry.phone);
    return match ?? null;
  }
}

function merged(entry: RosterEntry, member: KnownMember | null): Profile {
  const said = profileOf(entry);
  if (member === null) return said;
  const samePhone =
    said.phone !== null && member.phone !== null && phoneKey(said.phone) === phoneKey(member.phone);
  const given = Object.fromEntries(
    Object.entries(said).filter(([key, text]) => text !== null && !(key === 'phone' && samePhone)),
  );
  const next = changeProfile(profileOf(member), given);
  return next.ok ? next.value : profileOf(member);
}
