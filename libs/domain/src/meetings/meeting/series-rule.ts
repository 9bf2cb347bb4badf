import { Temporal } from 'temporal-polyfill';
import { RRuleTemporal } from 'rrule-temporal';
import {
  err,
  localAt,
  ok,
  type PlainDate,
  type PlainDateTime,
  type Result,
  type TimeZone,
} from '../../kernel/index.js';
import { meetingLimits, type RuleNotUnderstood } from './meeting.js';

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];
/** `ordinal` 2 is the second of the month, -1 the last, null every one. */
export interface WeekdayPart {
  readonly ordinal: number | null;
  readonly weekday: Weekday;
}

/** An RRULE that was read and found sensible. Its times are wall-clock times, `until` included. */
export interface SeriesRule {
  readonly frequency: 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | null;
  /** Inclusive: `YYYY-MM-DDTHH:mm` in the series' zone, or in UTC when it ends in Z. */
  readonly until: string | null;
  readonly byDay: readonly WeekdayPart[];
  readonly byMonthDay: readonly number[];
  readonly bySetPos: readonly number[];
  readonly byMonth: readonly number[];
  readonly weekStart: Weekday;
}

const misread = err<RuleNotUnderstood>({ code: 'RULE_NOT_UNDERSTOOD' });
const parts = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYDAY',
  'BYMONTHDAY',
  'BYSETPOS',
  'BYMONTH',
  'WKST',
]);

/**
 * Reads an RFC 5545 RRULE (without DTSTART) of the kinds people meet by: every week or every few, by weekday of the month,
 * by day of the month, once a year. Anything finer than a week, and any part outside that list, is RULE_NOT_UNDERSTOOD.
 */
export function parseRule(text: string): Result<SeriesRule, RuleNotUnderstood> {
  const given = new Map<string, string>();
  if (text.length > meetingLimits.rule) return misread;
  for (const piece of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [name, value, ...rest] = piece.split('=');
    if (!name || !value || rest.length > 0 || !parts.has(name) || given.has(name)) return misread;
    given.set(name, value);
  }
  const frequency = given.get('FREQ');
  if (frequency !== 'WEEKLY' && frequency !== 'MONTHLY' && frequency !== 'YEARLY') return misread;

  const interval = numbers(given.get('INTERVAL') ?? '1', 1, 52);
  const count = numbers(given.get('COUNT'), 1, Number.MAX_SAFE_INTEGER);
  const until = readUntil(given.get('UNTIL'));
  const byDay = readWeekdays(given.get('BYDAY'));
  const byMonthDay = numbers(given.get('BYMONTHDAY'), -31, 31);
  const bySetPos = numbers(given.get('BYSETPOS'), -31, 31);
  const byMonth = numbers(given.get('BYMONTH'), 1, 12);
  const weekStart = readWeekdays(given.get('WKST') ?? 'MO');
  if (
    !interval ||
    !count ||
    until === undefined ||
    !byDay ||
    !byMonthDay ||
    !bySetPos ||
    !byMonth ||
    !weekStart
  )
    return misread;
  if (interval.length !== 1 || count.length > 1 || (count.length === 1 && until !== null)) return misread;
  if (weekStart.length !== 1 || weekStart[0]!.ordinal !== null) return misread;

  const hasOrdinals = byDay.some((part) => part.ordinal !== null);
  if (byDay.length > 0 && byMonthDay.length > 0) return misread;
  if (bySetPos.length > 0 && (byDay.length === 0 || hasOrdinals || frequency === 'WEEKLY')) return misread;
  if (frequency === 'WEEKLY' && (hasOrdinals || byMonthDay.length > 0 || byMonth.length > 0)) return misread;
  if (frequency === 'YEARLY' && byDay.length + byMonthDay.length > 0 && byMonth.length === 0) return misread;

  return ok({
    frequency,
    interval: interval[0]!,
    count: count[0] ?? null,
    until,
    byDay,
    byMonthDay,
    bySetPos,
    byMonth,
    weekStart: weekStart[0]!.weekday,
  });
}

function numbers(text: string | undefined, min: number, max: number): number[] | null {
  if (text === undefined) return [];
  const pieces = text.split(',');
  const read = pieces.map(Number);
  const sound =
    pieces.every((piece) => /^[+-]?\d{1,9}$/.test(piece)) &&
    read.every((n) => n !== 0 && n >= min && n <= max);
  return sound && new Set(read).size === read.length && read.length <= 12 ? read : null;
}

function readWeekdays(text: string | undefined): WeekdayPart[] | null {
  if (text === undefined) return [];
  const read = text.split(',').map((piece) => /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(piece));
  if (read.some((match) => match === null) || new Set(text.split(',')).size !== read.length) return null;
  return read.map((match) => ({
    ordinal: match![1] ? Number(match![1]) : null,
    weekday: match![2] as Weekday,
  }));
}

/** undefined when malformed; a bare date means the whole of that day. */
function readUntil(text: string | undefined): string | null | undefined {
  if (text === undefined) return null;
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = '23', minute = '59', utc = ''] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}`;
  try {
    Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    return `${local}${utc}`;
  } catch {
    return undefined;
  }
}

/** The last wall-clock minute that UNTIL still lets in, or null. */
export function untilLocal(rule: SeriesRule, zone: TimeZone): PlainDateTime | null {
  if (rule.until === null) return null;
  return rule.until.endsWith('Z') ? localAt(new Date(rule.until), zone) : rule.until;
}

const compact = (local: PlainDateTime): string => `${local.replace(/[-:]/g, '')}00`;

/**
 * The rule as RFC 5545 text. With a `zone`, UNTIL is written in UTC, as a VEVENT with a TZID needs it;
 * without one it stays wall-clock time, as the product stores it.
 */
export function formatRule(rule: SeriesRule, zone?: TimeZone): string {
  const until = zone ? untilLocal(rule, zone) : rule.until;
  const pieces: [string, string | number | null][] = [
    ['FREQ', rule.frequency],
    ['INTERVAL', rule.interval === 1 ? null : rule.interval],
    ['BYMONTH', rule.byMonth.join(',')],
    ['BYMONTHDAY', rule.byMonthDay.join(',')],
    ['BYDAY', rule.byDay.map((part) => `${part.ordinal ?? ''}${part.weekday}`).join(',')],
    ['BYSETPOS', rule.bySetPos.join(',')],
    ['WKST', rule.weekStart === 'MO' ? null : rule.weekStart],
    ['COUNT', rule.count],
    ['UNTIL', until && (zone ? `${compact(lastInstantAt(until, zone))}Z` : formatUntil(until))],
  ];
  return pieces
    .flatMap(([name, value]) => (value === null || value === '' ? [] : [`${name}=${value}`]))
    .join(';');
}
/** In UTC. Of a time that happens twice the second, so that no calendar leaves out the last meeting. */
const lastInstantAt = (local: PlainDateTime, zone: TimeZone): PlainDateTime =>
  Temporal.PlainDateTime.from(local)
    .toZonedDateTime(zone, { disambiguation: 'later' })
    .toInstant()
    .toString()
    .slice(0, 16);
const formatUntil = (until: string): string => `${compact(until.slice(0, 16))}${until.slice(16)}`;

/**
 * The wall-clock times at which the rule lets people meet, from `start` on (which counts only if it fits the rule), in order, at most `limit`.
 * Evaluated on the calendar alone, so daylight saving neither moves nor drops a meeting. Empty when no day ever fits.
 */
export function occurrences(
  rule: SeriesRule,
  start: PlainDateTime,
  zone: TimeZone,
  within: { readonly limit: number; readonly upTo?: PlainDateTime },
): PlainDateTime[] {
  const last = untilLocal(rule, zone);
  const generator = new RRuleTemporal({
    rruleString: formatRule({ ...rule, until: null }),
    dtstart: Temporal.PlainDateTime.from(start).toZonedDateTime('UTC'),
    maxIterations: 1_000,
  });
  const found: PlainDateTime[] = [];
  try {
    generator.all((date) => {
      const local = date.toPlainDateTime().toString({ smallestUnit: 'minute' });
      if ((last !== null && local > last) || (within.upTo !== undefined && local > within.upTo)) return false;
      found.push(local);
      return found.length < within.limit;
    });
  } catch {
    // The generator gives up after a thousand empty periods; what it found until then is all there is.
  }
  return found;
}

/** The same rule, with `slot` as its last: COUNT gives way to UNTIL (RFC 5545: never both). */
export const endingAt = (rule: SeriesRule, slot: PlainDateTime): SeriesRule => ({
  ...rule,
  count: null,
  until: slot,
});

/**
 * The rule that follows a meeting from one day to another: the second Wednesday becomes the third Thursday, the last Friday
 * the last Monday, the 10th the 12th. Of several weekdays only the moved one changes. Only the time of day changed: the same rule.
 */
export function ruleMoved(rule: SeriesRule, from: PlainDateTime, to: PlainDateTime): SeriesRule {
  if (from.slice(0, 10) === to.slice(0, 10)) return rule;
  const before = Temporal.PlainDate.from(from.slice(0, 10));
  const after = Temporal.PlainDate.from(to.slice(0, 10));
  const old = weekdays[before.dayOfWeek - 1]!;
  const weekday = weekdays[after.dayOfWeek - 1]!;
  const byMonth = rule.frequency === 'YEARLY' && rule.byMonth.length > 0 ? [after.month] : rule.byMonth;
  if (rule.frequency === 'WEEKLY') {
    const moved = rule.byDay.map((part) => (part.weekday === old ? { ordinal: null, weekday } : part));
    return {
      ...rule,
      byDay: moved.filter((part, i) => moved.findIndex((other) => other.weekday === part.weekday) === i),
    };
  }
  if (rule.byDay.length === 0) {
    const moved =
      rule.byMonthDay.length > 1
        ? rule.byMonthDay.map((day) => (day === before.day ? after.day : day))
        : [after.day];
    return { ...rule, byMonth, byMonthDay: rule.byMonthDay.length === 0 ? [] : [...new Set(moved)] };
  }
  const countsFromTheEnd = rule.byDay.some((part) => part.ordinal === -1) || rule.bySetPos.includes(-1);
  const ordinal = countsFromTheEnd && after.day + 7 > after.daysInMonth ? -1 : Math.ceil(after.day / 7);
  const others = rule.bySetPos.length > 0 ? [] : rule.byDay.filter((part) => part.weekday !== old);
  return { ...rule, byMonth, bySetPos: [], byDay: [...others, { ordinal, weekday }] };
}

/** How a series ends: after so many meetings, on a day (inclusive), or not at all. */
export type RuleEnd = { readonly count: number } | { readonly until: PlainDate } | null;
/** What a person picks in the form. `ordinal` 1–5 or -1 (last); `day` 1–31 or -1 (last); `month` 1–12. */
export type RuleChoice =
  | {
      readonly kind: 'Weekly';
      readonly interval: number;
      readonly weekdays: readonly Weekday[];
      readonly end: RuleEnd;
    }
  | {
      readonly kind: 'MonthlyByWeekday';
      readonly interval: number;
      readonly ordinal: number;
      readonly weekday: Weekday;
      readonly end: RuleEnd;
    }
  | { readonly kind: 'MonthlyByDay'; readonly interval: number; readonly day: number; readonly end: RuleEnd }
  | {
      readonly kind: 'YearlyByWeekday';
      readonly month: number;
      readonly ordinal: number;
      readonly weekday: Weekday;
      readonly end: RuleEnd;
    }
  | { readonly kind: 'YearlyByDay'; readonly month: number; readonly day: number; readonly end: RuleEnd };

/** The form's choice as an RRULE. */
export function ruleOf(choice: RuleChoice): string {
  const end = choice.end;
  const plain = {
    count: end && 'count' in end ? end.count : null,
    until: end && 'until' in end ? `${end.until}T23:59` : null,
    interval: 'interval' in choice ? choice.interval : 1,
    byDay: [],
    byMonthDay: [],
    bySetPos: [],
    byMonth: 'month' in choice ? [choice.month] : [],
    weekStart: 'MO',
  } as const;
  switch (choice.kind) {
    case 'Weekly':
      return formatRule({
        ...plain,
        frequency: 'WEEKLY',
        byDay: choice.weekdays.map((weekday) => ({ ordinal: null, weekday })),
      });
    case 'MonthlyByWeekday':
    case 'YearlyByWeekday':
      return formatRule({
        ...plain,
        frequency: choice.kind === 'YearlyByWeekday' ? 'YEARLY' : 'MONTHLY',
        byDay: [{ ordinal: choice.ordinal, weekday: choice.weekday }],
      });
    case 'MonthlyByDay':
    case 'YearlyByDay':
      return formatRule({
        ...plain,
        frequency: choice.kind === 'YearlyByDay' ? 'YEARLY' : 'MONTHLY',
        byMonthDay: [choice.day],
      });
  }
}

/** The rule as the form offers it, or null when the form has no such choice. */
export function choiceOf(rule: SeriesRule): RuleChoice | null {
  const end: RuleEnd =
    rule.count !== null
      ? { count: rule.count }
      : rule.until !== null
        ? { until: rule.until.slice(0, 10) }
        : null;
  const { interval } = rule;
  const [part, ...moreParts] = rule.byDay;
  const [day, ...moreDays] = rule.byMonthDay;
  const [month, ...moreMonths] = rule.byMonth;
  if (rule.bySetPos.length > 0 || moreDays.length > 0 || moreMonths.length > 0) return null;
  if (rule.frequency === 'WEEKLY' && part)
    return { kind: 'Weekly', interval, weekdays: rule.byDay.map((p) => p.weekday), end };
  if (moreParts.length > 0) return null;
  if (rule.frequency === 'MONTHLY' && month === undefined) {
    if (part?.ordinal)
      return { kind: 'MonthlyByWeekday', interval, ordinal: part.ordinal, weekday: part.weekday, end };
    if (day !== undefined) return { kind: 'MonthlyByDay', interval, day, end };
  }
  if (rule.frequency === 'YEARLY' && month !== undefined && interval === 1) {
    if (part?.ordinal)
      return { kind: 'YearlyByWeekday', month, ordinal: part.ordinal, weekday: part.weekday, end };
    if (day !== undefined) return { kind: 'YearlyByDay', month, day, end };
  }
  return null;
}
