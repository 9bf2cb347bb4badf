import { Temporal } from 'temporal-polyfill';
import { instantAt, zoned, type Instant, type PlainDateTime, type TimeZone } from '../kernel/index.js';
import type { Meeting, MeetingSeries } from './meeting.js';

/** A series with those of its meetings that the calendar should show. */
export interface CalendarEntry {
  readonly series: MeetingSeries;
  readonly meetings: readonly Meeting[];
}

/** A VCALENDAR with the zones that its meetings need: lines of at most 75 octets, each ended by CRLF. */
export function calendarText(
  properties: readonly string[],
  entries: readonly CalendarEntry[],
  events: readonly string[],
): string {
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
    ...properties,
    ...[...zones].flatMap(([zone, [first, last]]) => timeZoneLines(zone, first, last)),
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
  // Neither direction counts the moment itself, at which the clocks may change just as the first meeting begins.
  const before = start.add({ seconds: 1 }).getTimeZoneTransition('previous');
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
