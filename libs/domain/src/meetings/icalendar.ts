import { Temporal } from 'temporal-polyfill';
import {
  instantAt,
  localAt,
  zoned,
  type Instant,
  type PlainDateTime,
  type TimeZone,
} from '../kernel/index.js';
import type { Meeting, MeetingSeries } from './meeting.js';
import { formatRule, parseRule } from './series-rule.js';

type Locale = 'ja' | 'en';
/** A series with those of its meetings that the calendar should show. */
export interface CalendarEntry {
  readonly series: MeetingSeries;
  readonly meetings: readonly Meeting[];
}
export interface CalendarOptions {
  readonly locale: Locale;
  /** DTSTAMP: when this text was made. */
  readonly now: Instant;
  /** Where the meeting is shown after signing in. */
  readonly linkTo: (meeting: Meeting) => string;
}

const words = {
  summary: { ja: '寄り合い 定例会', en: 'Yoriai meeting' },
  calendar: { ja: '寄り合い', en: 'Yoriai' },
} as const;

/**
 * An iCalendar text (RFC 5545) of series and meetings. It says that there is a meeting, when and where, with a link; no title, no
 * purpose, no names: calendars are read over shoulders. One UID per series; RECURRENCE-ID is a meeting's slot, wherever it was moved;
 * SEQUENCE rises with every change and with a cancellation. Times are wall-clock times with their VTIMEZONE.
 */
export function icalendar(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const zones = new Map<TimeZone, [first: Instant, last: Instant]>();
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
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(words.calendar[options.locale])}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    ...[...zones].flatMap(([zone, [first, last]]) => timeZoneLines(zone, first, last)),
    ...entries.flatMap((entry) => entryLines(entry, options)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function entryLines({ series, meetings }: CalendarEntry, options: CalendarOptions): string[] {
  const inOrder = [...meetings].sort((a, b) => (a.recurrenceId < b.recurrenceId ? -1 : 1));
  const next = inOrder.find((meeting) => meeting.status !== 'CANCELLED') ?? inOrder[0] ?? null;
  if (!next && !series.ended) return [];
  const rule = series.rule === null ? null : parseRule(series.rule);
  if (!rule?.ok) return inOrder.flatMap((meeting) => meetingLines(meeting, null, options));
  const zone = series.timeZone;
  const master = event(series.id, options, next, [
    `SEQUENCE:${series.sequence}`,
    `STATUS:${series.ended ? 'CANCELLED' : 'CONFIRMED'}`,
    at('DTSTART', series.startsAtLocal, zone),
    `DURATION:PT${series.durationMinutes}M`,
    `RRULE:${formatRule(rule.value, zone)}`,
    ...series.skipped.map((slot) => at('EXDATE', slot, zone)),
    ...where(series.place),
  ]);
  if (series.ended) return master;
  return [
    ...master,
    ...inOrder
      .filter((meeting) => differs(meeting, series))
      .flatMap((meeting) => meetingLines(meeting, meeting.recurrenceId, options)),
  ];
}

/** A meeting that the rule alone would show wrongly; a time that daylight saving skips is one. */
const differs = (meeting: Meeting, series: MeetingSeries): boolean =>
  meeting.status === 'CANCELLED' ||
  localAt(meeting.startsAt, meeting.timeZone) !== meeting.recurrenceId ||
  meeting.durationMinutes !== series.durationMinutes ||
  meeting.place !== series.place;

const meetingLines = (meeting: Meeting, slot: PlainDateTime | null, options: CalendarOptions): string[] =>
  event(meeting.seriesId, options, meeting, [
    ...(slot === null ? [] : [at('RECURRENCE-ID', slot, meeting.timeZone)]),
    `SEQUENCE:${meeting.sequence}`,
    `STATUS:${meeting.status === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED'}`,
    at('DTSTART', localAt(meeting.startsAt, meeting.timeZone), meeting.timeZone),
    `DURATION:PT${meeting.durationMinutes}M`,
    ...where(meeting.place),
  ]);

function event(
  uid: string,
  { locale, now, linkTo }: CalendarOptions,
  linked: Meeting | null,
  lines: readonly string[],
): string[] {
  const link = linked && linkTo(linked);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@yoriai`,
    `DTSTAMP:${utc(now)}`,
    ...lines,
    `SUMMARY:${escapeText(words.summary[locale])}`,
    ...(link ? [`DESCRIPTION:${escapeText(link)}`, `URL:${link}`] : []),
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

const where = (place: string | null): string[] => (place === null ? [] : [`LOCATION:${escapeText(place)}`]);
const compact = (local: PlainDateTime): string => `${local.replace(/[-:]/g, '').slice(0, 13)}00`;
const at = (property: string, local: PlainDateTime, zone: TimeZone): string =>
  `${property};TZID=${zone}:${compact(local)}`;
const utc = (instant: Instant): string => `${instant.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
const escapeText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

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

/** Endless rules go on beyond the meetings laid out so far; calendars refresh, but mailed invitations do not. */
const yearsOfTransitions = 5;

/** The offsets of a zone around the meetings, one observance per change of the clocks: exact, also where politics keeps no rule. */
function timeZoneLines(zone: TimeZone, first: Instant, last: Instant): string[] {
  const start = zoned(first, zone);
  const end = zoned(last, zone).add({ years: yearsOfTransitions });
  const changes: Temporal.ZonedDateTime[] = [];
  const before = start.getTimeZoneTransition('previous');
  if (before) changes.push(before);
  for (
    let next = start.getTimeZoneTransition('next');
    next && Temporal.ZonedDateTime.compare(next, end) < 0;
    next = next.getTimeZoneTransition('next')
  ) {
    changes.push(next);
  }
  const observances = changes.flatMap((change) => {
    const offsetBefore = change.subtract({ nanoseconds: 1 }).offsetNanoseconds;
    // DTSTART of an observance is what the clocks showed until then (RFC 5545 3.6.5).
    const local = change.toInstant().toZonedDateTimeISO('UTC').add({ nanoseconds: offsetBefore });
    return observance(
      change.offsetNanoseconds > offsetBefore,
      local.toPlainDateTime(),
      offsetBefore,
      change.offsetNanoseconds,
    );
  });
  const always = before
    ? []
    : observance(
        false,
        Temporal.PlainDateTime.from('1970-01-01T00:00'),
        firstOffset(start),
        firstOffset(start),
      );
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...always, ...observances, 'END:VTIMEZONE'];
}
const firstOffset = (start: Temporal.ZonedDateTime): number => start.offsetNanoseconds;

const observance = (daylight: boolean, local: Temporal.PlainDateTime, from: number, to: number): string[] => {
  const name = daylight ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    `END:${name}`,
  ];
};
function offset(nanoseconds: number): string {
  const total = Math.round(Math.abs(nanoseconds) / 1e9);
  const two = (n: number): string => String(n).padStart(2, '0');
  const seconds = total % 60;
  return `${nanoseconds < 0 ? '-' : '+'}${two(Math.floor(total / 3600))}${two(Math.floor(total / 60) % 60)}${seconds ? two(seconds) : ''}`;
}
