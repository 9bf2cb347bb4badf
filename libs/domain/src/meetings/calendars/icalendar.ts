import {
  hours,
  instantAt,
  localAt,
  minutes,
  type Instant,
  type MeetingId,
  type PlainDateTime,
  type Rate,
} from '../../kernel/index.js';
import { at, calendarText, escapeText, mailtoUri, utc, type CalendarEntry } from './icalendar-text.js';
import type { Meeting, MeetingSeries, RsvpAnswer } from '../meeting/meeting.js';
import { clockChange } from '../meeting/schedule-meetings.js';
import { formatRule, parseRule, untilLocal } from '../meeting/series-rule.js';
import type { CalendarNews } from './announced-meetings.js';

export type { CalendarEntry } from './icalendar-text.js';

/** Fetches of one private calendar, and tries of one network at an unknown address: services share theirs among many people. */
export const calendarRates = {
  feed: { times: 60, within: hours(1) },
  misses: { times: 100, within: minutes(15) },
} as const satisfies Record<string, Rate>;

type Locale = 'ja' | 'en';
export interface CalendarOptions {
  readonly locale: Locale;
  /** DTSTAMP: when this text was made. */
  readonly now: Instant;
  /** Where the meeting is shown after signing in. */
  readonly linkTo: (meeting: Meeting) => string;
  /** Where all meetings are shown: for the dates of an endless rule that are not laid out yet. */
  readonly linkToAll: string;
}

/** Between whom an invitation passes. */
export interface Invited {
  /** The mailbox that our mails come from. */
  readonly organizer: { readonly name: string; readonly address: string };
  /** The one attendee of this copy; it does not say who else is invited. */
  readonly attendee: string;
  /** What the reader has answered so far. */
  readonly answers: ReadonlyMap<MeetingId, RsvpAnswer>;
}
/** One iTIP message (RFC 5546): calendars take it in, change what they hold under its UID, or take that away. */
export interface InvitationMessage {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

const words = {
  summary: { ja: '寄り合い 定例会', en: 'Yoriai meeting' },
  calendar: { ja: '寄り合い', en: 'Yoriai' },
  answer: { ja: '出欠の返事と詳細は「寄り合い」で', en: 'To answer and to see more, open Yoriai' },
} as const;

/**
 * An iCalendar text (RFC 5545) of series and meetings. It says that there is a meeting, when and where, with a link; no title, no
 * purpose, no names: calendars are read over shoulders. One UID per series; RECURRENCE-ID is a meeting's slot, wherever it was moved;
 * SEQUENCE rises with every change and with a cancellation. Times are wall-clock times with their VTIMEZONE.
 */
export function icalendar(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  return calendarText(
    [
      'METHOD:PUBLISH',
      `X-WR-CALNAME:${escapeText(words.calendar[options.locale])}`,
      'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
      'X-PUBLISHED-TTL:PT4H',
    ],
    entries,
    entries.flatMap((entry) => seriesLines(entry, options)),
  );
}

/**
 * What a reader's calendar has to hear after a change: of one meeting or of several that are off (`about`), or of the whole series (null).
 * Meetings that are slots of their series go alone, by RECURRENCE-ID; what the rule no longer reaches is told by the series, which then ends
 * earlier (UNTIL) or altogether. CANCEL takes away what is off, anything else is a REQUEST. Programs keep single dates they were told of, whatever
 * becomes of the series, so with a series goes a CANCEL of those that it has no longer (`gone`). The answer goes by our link, so RSVP is FALSE and
 * PARTSTAT says what we know of it; someone who takes part in writing is TENTATIVE, which keeps the date in view. Nothing else is told than in a feed.
 */
export function invitations(
  entry: CalendarEntry,
  { about, gone }: Pick<CalendarNews, 'about' | 'gone'>,
  invited: Invited,
  options: CalendarOptions,
): readonly InvitationMessage[] {
  const { series } = entry;
  const named = entry.meetings.filter(({ id }) => about?.includes(id));
  const alone =
    series.rule === null ? entry.meetings : named.every((one) => isSlot(series, one)) ? named : [];
  if (alone.length === 0 && series.ended) return [withdrawal(entry, invited, options)];
  const message = (
    method: InvitationMessage['method'],
    meetings: readonly Pick<Meeting, 'startsAt' | 'timeZone'>[],
    lines: readonly string[],
  ): InvitationMessage => ({
    method,
    content: calendarText([`METHOD:${method}`], [{ series, meetings }], lines),
  });
  if (alone.length > 0) {
    const lines = alone.flatMap((one) =>
      meetingLines(entry, one, series.rule === null ? null : one.recurrenceId, options, invited),
    );
    return [message(alone[0]!.status === 'CANCELLED' ? 'CANCEL' : 'REQUEST', alone, lines)];
  }
  const whole = message('REQUEST', entry.meetings, seriesLines(entry, options, invited));
  if (gone.length === 0) return [whole];
  const { timeZone } = series;
  const dates = gone.map((slot) => ({ timeZone, startsAt: instantAt(slot, timeZone) }));
  const lines = gone.flatMap((slot) => goneLines(entry, slot, invited, options));
  return [whole, message('CANCEL', dates, lines)];
}

/** Takes a series out of a reader's calendar altogether: it has ended, or they are not expected any more. It says nothing of where. */
export function withdrawal(
  { series, meetings }: CalendarEntry,
  invited: Invited,
  options: CalendarOptions,
): InvitationMessage {
  const rule = series.rule === null ? null : parseRule(series.rule);
  // What stands alone went out under its own SEQUENCE on top of that of its series.
  const sequence = series.sequence + (rule ? 0 : (meetings[0]?.sequence ?? 0));
  const lines = event(series.id, options, null, [
    `SEQUENCE:${sequence}`,
    'STATUS:CANCELLED',
    at('DTSTART', series.startsAtLocal, series.timeZone),
    `DURATION:PT${series.durationMinutes}M`,
    ...(rule?.ok ? [`RRULE:${formatRule(rule.value, series.timeZone)}`] : []),
    ...between(invited, null),
  ]);
  const content = calendarText(['METHOD:CANCEL'], [{ series, meetings: [] }], lines);
  return { method: 'CANCEL', content };
}

/** Newer than all that the reader was told of this date: its series' SEQUENCE rose above that when the date went, or its own when it was called off. */
function goneLines(
  { series, meetings }: CalendarEntry,
  slot: PlainDateTime,
  invited: Invited,
  options: CalendarOptions,
): string[] {
  const calledOff = meetings.find(({ recurrenceId }) => recurrenceId === slot);
  return event(series.id, options, null, [
    at('RECURRENCE-ID', slot, series.timeZone),
    `SEQUENCE:${series.sequence + (calledOff?.sequence ?? 0)}`,
    'STATUS:CANCELLED',
    at('DTSTART', slot, series.timeZone),
    `DURATION:PT${series.durationMinutes}M`,
    ...between(invited, null),
  ]);
}

function isSlot(series: MeetingSeries, { recurrenceId }: Meeting): boolean {
  const rule = series.rule === null || series.ended ? null : parseRule(series.rule);
  const until = rule?.ok ? untilLocal(rule.value, series.timeZone) : null;
  return rule?.ok === true && (until === null || recurrenceId <= until);
}

/** The rule, and each meeting that is laid out: only then does an entry lead to its own meeting. */
function seriesLines(entry: CalendarEntry, options: CalendarOptions, invited?: Invited): string[] {
  const { series, meetings } = entry;
  const inOrder = [...meetings].sort((a, b) => (a.recurrenceId < b.recurrenceId ? -1 : 1));
  if (inOrder.length === 0 && !series.ended) return [];
  const rule = series.rule === null ? null : parseRule(series.rule);
  if (!rule?.ok) return inOrder.flatMap((meeting) => meetingLines(entry, meeting, null, options));
  const zone = series.timeZone;
  // A REQUEST invites no one to what is off (RFC 5546 3.2.2): there a date called off is one left out.
  const off = invited ? inOrder.filter(({ status }) => status === 'CANCELLED') : [];
  const master = event(series.id, options, options.linkToAll, [
    `SEQUENCE:${series.sequence}`,
    `STATUS:${series.ended ? 'CANCELLED' : 'CONFIRMED'}`,
    at('DTSTART', series.startsAtLocal, zone),
    `DURATION:PT${series.durationMinutes}M`,
    `RRULE:${formatRule(rule.value, zone)}`,
    ...[...series.skipped, ...off.map(({ recurrenceId }) => recurrenceId)].map((slot) =>
      at('EXDATE', slot, zone),
    ),
    ...where(series.place),
    ...(invited ? between(invited, null) : []),
  ]);
  if (series.ended) return master;
  return [
    ...master,
    ...inOrder
      .filter((meeting) => !off.includes(meeting))
      .flatMap((meeting) => meetingLines(entry, meeting, meeting.recurrenceId, options, invited)),
  ];
}

const meetingLines = (
  { series }: CalendarEntry,
  meeting: Meeting,
  slot: PlainDateTime | null,
  options: CalendarOptions,
  invited?: Invited,
): string[] =>
  event(meeting.seriesId, options, options.linkTo(meeting), [
    ...(slot === null ? [] : [at('RECURRENCE-ID', slot, meeting.timeZone)]),
    // Never behind that of its series, or calendars would take the meeting for an older state of it.
    `SEQUENCE:${series.sequence + meeting.sequence}`,
    `STATUS:${meeting.status === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED'}`,
    startOf(meeting),
    `DURATION:PT${meeting.durationMinutes}M`,
    ...where(meeting.place),
    ...(invited ? between(invited, meeting.id) : []),
  ]);

/** In UTC where a wall-clock time happens twice: programs disagree about which is meant, although RFC 5545 defines it. */
function startOf({ startsAt, timeZone }: Meeting): string {
  const local = localAt(startsAt, timeZone);
  return clockChange(local, timeZone) === 'TWICE'
    ? `DTSTART:${utc(startsAt)}`
    : at('DTSTART', local, timeZone);
}

function event(
  uid: string,
  { locale, now }: CalendarOptions,
  link: string | null,
  lines: readonly string[],
): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@yoriai`,
    `DTSTAMP:${utc(now)}`,
    ...lines,
    `SUMMARY:${escapeText(words.summary[locale])}`,
    ...(link ? [`DESCRIPTION:${escapeText(`${words.answer[locale]}\n${link}`)}`, `URL:${link}`] : []),
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

const where = (place: string | null): string[] => (place === null ? [] : [`LOCATION:${escapeText(place)}`]);

const partstat = { YES: 'ACCEPTED', ONLINE: 'ACCEPTED', ASYNC: 'TENTATIVE', NO: 'DECLINED' } as const;
function between({ organizer, attendee, answers }: Invited, meetingId: MeetingId | null): string[] {
  const answer = meetingId === null ? undefined : answers.get(meetingId);
  return [
    `ORGANIZER;CN="${organizer.name.replace(/["\p{Cc}]/gu, ' ')}":${mailtoUri(organizer.address)}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${answer ? partstat[answer] : 'NEEDS-ACTION'};RSVP=FALSE:${mailtoUri(attendee)}`,
  ];
}
