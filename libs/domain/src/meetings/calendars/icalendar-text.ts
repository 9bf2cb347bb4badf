import { Temporal } from 'temporal-polyfill';
import { instantAt, zoned, type Instant, type PlainDateTime, type TimeZone } from '../../kernel/index.js';
import type { Meeting, MeetingSeries } from '../meeting/meeting.js';
import { keepsGoing } from '../meeting/schedule-meetings.js';
import { weekdays } from '../meeting/series-rule.js';

/** A series with those of its meetings that the calendar should show. */
export interface CalendarEntry {
  readonly series: MeetingSeries;
  readonly meetings: readonly Meeting[];
}

/** A VCALENDAR with the zones that its meetings need: lines of at most 75 octets, each ended by CRLF. */
export function calendarText(
  properties: readonly string[],
  entries: readonly {
    readonly series: MeetingSeries;
    readonly meetings: readonly Pick<Meeting, 'startsAt' | 'timeZone'>[];
  }[],
  events: readonly string[],
): string {
  const zones = new Map<TimeZone, [first: Instant, last: Instant]>();
  const endless = new Set(entries.flatMap(({ series }) => (keepsGoing(series) ? [series.timeZone] : [])));
  for (const { series, meetings } of entries) {
    const start = { timeZone: series.timeZone, startsAt: instantAt(series.startsAtLocal, series.timeZone) };
    for (const { timeZone, startsAt } of [start, ...meetings]) {
      const [first, last] = zones.get(timeZone) ?? [startsAt, startsAt];
      zones.set(timeZone, [startsAt < first ? startsAt : first, startsAt > last ? startsAt : last]);
    }
  }
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yoriai//Yoriai//JA',
    'CALSCALE:GREGORIAN',
    ...properties,
    ...[...zones].flatMap(([zone, [first, last]]) => timeZoneLines(zone, first, last, endless.has(zone))),
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

const compact = (local: PlainDateTime): string => `${local.replace(/[-:]/g, '').slice(0, 13)}00`;
export const at = (property: string, local: PlainDateTime, zone: TimeZone): string =>
  `${property};TZID=${zone}:${compact(local)}`;
export const utc = (instant: Instant): string =>
  `${instant.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
export const escapeText = (text: string): string =>
  text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/**
 * An address as a `mailto:` URI (RFC 6068): `%`, `?`, `#`, `/`, `&` and whatever else would end the address or stand for something else
 * are percent-encoded; so is what is not ASCII.
 */
export function mailtoUri(address: string): string {
  const domainAt = address.lastIndexOf('@');
  const encode = (part: string): string =>
    encodeURIComponent(part).replaceAll('%2B', '+').replaceAll('%24', '$');
  return domainAt < 0
    ? `mailto:${encode(address)}`
    : `mailto:${encode(address.slice(0, domainAt))}@${encode(address.slice(domainAt + 1))}`;
}

/** At most 75 octets a line, never inside a character (RFC 5545 3.1). */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const width = octetsOf(character.codePointAt(0)!);
    if (octets + width > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += width;
  }
  return folded;
}
const octetsOf = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;

/** How long after the last meeting the changes of the clocks are written one by one. */
const yearsOfTransitions = 5;
/** Weekdays and leap years come round again after so many years: a rule that holds so long goes on. */
const yearsOfCalendar = 28;
/** Where no rule describes the changes they are written one by one for so long. */
const yearsWithoutRule = 40;

type Change = Temporal.ZonedDateTime;

/**
 * The offsets of a zone around the meetings, one observance per change of the clocks: exact, also where politics keeps no rule. For a
 * series without end they go on by the yearly rule that the changes follow from then on, since a mailed invitation is never refreshed.
 */
function timeZoneLines(zone: TimeZone, first: Instant, last: Instant, isEndless: boolean): string[] {
  const start = zoned(first, zone);
  const end = zoned(last, zone).add({ years: yearsOfTransitions });
  // Neither direction counts the moment itself, at which the clocks may change just as the first meeting begins.
  const before = start.add({ seconds: 1 }).getTimeZoneTransition('previous');
  const listed = [...(before ? [before] : []), ...changesBetween(start, end)];
  const lasting = isEndless ? yearlyObservances(end) : [];
  const more = lasting ? [] : changesBetween(end, end.add({ years: yearsWithoutRule }));
  const always = before
    ? []
    : observance(
        false,
        Temporal.PlainDateTime.from('1970-01-01T00:00'),
        start.offsetNanoseconds,
        start.offsetNanoseconds,
      );
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...always,
    ...[...listed, ...more].flatMap((change) => observanceAt(change)),
    ...(lasting ?? []),
    'END:VTIMEZONE',
  ];
}

function changesBetween(start: Change, end: Change): Change[] {
  const changes: Change[] = [];
  for (
    let next = start.getTimeZoneTransition('next');
    next && Temporal.ZonedDateTime.compare(next, end) < 0;
    next = next.getTimeZoneTransition('next')
  ) {
    changes.push(next);
  }
  return changes;
}

const offsetBefore = (change: Change): number => change.subtract({ nanoseconds: 1 }).offsetNanoseconds;
/** What the clocks showed until then: DTSTART of an observance (RFC 5545 3.6.5). */
const onset = (change: Change): Temporal.PlainDateTime =>
  change
    .toInstant()
    .toZonedDateTimeISO('UTC')
    .add({ nanoseconds: offsetBefore(change) })
    .toPlainDateTime();
const observanceAt = (change: Change, rule?: string): string[] => {
  const from = offsetBefore(change);
  return observance(change.offsetNanoseconds > from, onset(change), from, change.offsetNanoseconds, rule);
};

/** The changes after `end` as yearly rules; null where no rule describes them. */
function yearlyObservances(end: Change): string[] | null {
  const kinds = new Map<string, Change[]>();
  for (const change of changesBetween(end, end.add({ years: yearsOfCalendar }))) {
    const kind = `${offsetBefore(change)} ${change.offsetNanoseconds}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), change]);
  }
  const written = [...kinds.values()].map((changes) => {
    const rule = changes.length === yearsOfCalendar ? yearlyRule(changes.map(onset)) : null;
    return rule && observanceAt(changes[0]!, rule);
  });
  return written.includes(null) ? null : written.flatMap((lines) => lines ?? []);
}

/** A week of the month and a weekday in it, at one time of day, or null. */
function yearlyRule(days: readonly Temporal.PlainDateTime[]): string | null {
  const [first] = days as [Temporal.PlainDateTime];
  const isSame = days.every(
    (day) =>
      day.month === first.month &&
      day.dayOfWeek === first.dayOfWeek &&
      day.toPlainTime().equals(first.toPlainTime()),
  );
  const earliest = Math.min(...days.map(({ day }) => day));
  if (!isSame || days.some(({ day }) => day > earliest + 6)) return null;
  const weekday = weekdays[first.dayOfWeek - 1]!;
  const month = `FREQ=YEARLY;BYMONTH=${first.month}`;
  if (days.every(({ day, daysInMonth }) => day + 7 > daysInMonth)) return `${month};BYDAY=-1${weekday}`;
  if (earliest % 7 === 1) return `${month};BYDAY=${Math.ceil(earliest / 7)}${weekday}`;
  const week = Array.from({ length: 7 }, (_, i) => earliest + i);
  return `${month};BYMONTHDAY=${week.join(',')};BYDAY=${weekday}`;
}

const observance = (
  daylight: boolean,
  local: Temporal.PlainDateTime,
  from: number,
  to: number,
  rule?: string,
): string[] => {
  const name = daylight ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    ...(rule === undefined ? [] : [`RRULE:${rule}`]),
    `END:${name}`,
  ];
};
function offset(nanoseconds: number): string {
  const total = Math.round(Math.abs(nanoseconds) / 1e9);
  const two = (n: number): string => String(n).padStart(2, '0');
  const seconds = total % 60;
  return `${nanoseconds < 0 ? '-' : '+'}${two(Math.floor(total / 3600))}${two(Math.floor(total / 60) % 60)}${seconds ? two(seconds) : ''}`;
}
