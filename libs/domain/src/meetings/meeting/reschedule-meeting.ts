import {
  badInput,
  err,
  instantAt,
  isBefore,
  minutes,
  ok,
  plus,
  days,
  type BadUserInput,
  type Instant,
  type PlainDateTime,
  type Result,
  type TimeZone,
} from '../../kernel/index.js';
import { refitted } from '../agendas/agenda-template.js';
import {
  meetingLimits,
  readDuration,
  readLocal,
  stillScheduled,
  type Meeting,
  type MeetingError,
  type MeetingSeries,
  type MeetingSeriesId,
} from './meeting.js';
import { oneWeekLater } from './schedule-meetings.js';
import { endingAt, formatRule, occurrences, parseRule, ruleMoved } from './series-rule.js';
import type { MeetingEvent } from './meeting-events.js';

export interface NewTime {
  readonly startsAtLocal: PlainDateTime;
  /** Minutes; the present duration when null. */
  readonly durationMinutes?: number | null;
  /** With all that follow: dates of the new rule to hold a week later (翌週にずらす). */
  readonly postpone?: readonly PlainDateTime[] | null;
}

export function movedTo(
  meeting: Meeting,
  local: PlainDateTime,
  durationMinutes: number,
  now: Instant,
): Meeting {
  const startsAt = instantAt(local, meeting.timeZone);
  return {
    ...meeting,
    startsAtLocal: local,
    startsAt,
    endsAt: plus(startsAt, minutes(durationMinutes)),
    durationMinutes,
    agenda: refitted(meeting.agenda, durationMinutes),
    sequence: meeting.sequence + 1,
    timeSetAt: now,
  };
}

function checked(
  meeting: Meeting,
  to: NewTime,
  now: Instant,
): Result<{ local: PlainDateTime; duration: number }, MeetingError> {
  const standing = stillScheduled(meeting, now);
  if (!standing.ok) return standing;
  const duration = readDuration(to.durationMinutes ?? meeting.durationMinutes);
  if (!duration.ok) return duration;
  const local = readNewTime(to.startsAtLocal, meeting.timeZone, now);
  return local.ok ? ok({ local: local.value, duration: duration.value }) : local;
}

function readNewTime(to: string, zone: TimeZone, now: Instant): Result<PlainDateTime, BadUserInput> {
  const local = readLocal('startsAtLocal', to);
  if (!local.ok) return local;
  if (local.value.slice(0, 4) < '1970') return badInput('startsAtLocal', 'IN_THE_PAST');
  const startsAt = instantAt(local.value, zone);
  if (!isBefore(now, startsAt)) return badInput('startsAtLocal', 'IN_THE_PAST');
  return isBefore(plus(now, days(meetingLimits.furthestDays)), startsAt)
    ? badInput('startsAtLocal', 'OUT_OF_RANGE')
    : local;
}

/**
 * Moves one meeting of a series: answers, check-ins and topics stay with it, its slot (RECURRENCE-ID) too, SEQUENCE goes up by one; a shorter
 * one shrinks its agenda.
 * The same time again changes nothing. Errors: MEETING_CANCELLED, MEETING_OVER, MEETING_STARTED, BAD_USER_INPUT (startsAtLocal, durationMinutes).
 */
export function rescheduleMeeting(
  meeting: Meeting,
  to: NewTime,
  now: Instant,
): Result<{ readonly next: Meeting; readonly events: readonly MeetingEvent[] }, MeetingError> {
  const time = checked(meeting, to, now);
  if (!time.ok) return time;
  const { local, duration } = time.value;
  if (local === meeting.startsAtLocal && duration === meeting.durationMinutes)
    return ok({ next: meeting, events: [] });
  return ok({
    next: movedTo(meeting, local, duration, now),
    events: [
      {
        name: 'meeting.moved',
        ids: { meetingId: meeting.id, seriesId: meeting.seriesId, groupId: meeting.groupId },
      },
    ],
  });
}

export interface FollowingMoved {
  /** Ends before the moved meeting. */
  readonly oldSeries: MeetingSeries;
  /** Begins with the moved meeting; its id is a new iCalendar UID. */
  readonly newSeries: MeetingSeries;
  readonly meetings: readonly Meeting[];
  readonly events: readonly MeetingEvent[];
}

/**
 * SEQUENCE of a series whose end has come nearer: above that of every date of it that went out alone, or calendars that keep what is not older
 * would go on showing dates that are no longer its.
 */
export const sequenceAbove = (series: MeetingSeries, all: readonly Meeting[]): number =>
  series.sequence + Math.max(0, ...all.map(({ sequence }) => sequence)) + 1;

/** A series that ends before one of its slots (UNTIL), or altogether when no slot comes before it. `all`: every meeting of it. */
export function seriesBefore(
  series: MeetingSeries,
  all: readonly Meeting[],
  slot: PlainDateTime,
  lastBefore: PlainDateTime | undefined,
): MeetingSeries {
  const rule = series.rule === null ? null : parseRule(series.rule);
  return {
    ...series,
    rule: rule?.ok && lastBefore ? formatRule(endingAt(rule.value, lastBefore)) : series.rule,
    skipped: series.skipped.filter((one) => one < slot),
    ended: series.ended || !lastBefore,
    sequence: sequenceAbove(series, all),
  };
}

/** A date of a series, and when people meet on it; `local` null where they do not: left out, called off or over. */
export interface SeriesDate {
  readonly slot: PlainDateTime;
  readonly local: PlainDateTime | null;
}
/** A date of the rest of a series after it has moved. `isKept`: it had been moved singly and keeps the time it was given. */
export interface FollowingDate {
  readonly slot: PlainDateTime;
  readonly newSlot: PlainDateTime;
  readonly local: PlainDateTime | null;
  readonly isKept: boolean;
}

/** The dates of a series from one of its meetings on, as far as they are laid out. */
export function datesFrom(
  series: MeetingSeries,
  all: readonly Meeting[],
  meeting: Meeting,
  now: Instant,
): readonly SeriesDate[] {
  const rule = series.rule === null ? null : parseRule(series.rule);
  const upTo = all.reduce(
    (last, one) => (one.recurrenceId > last ? one.recurrenceId : last),
    meeting.recurrenceId,
  );
  const slots = rule?.ok
    ? occurrences(rule.value, series.startsAtLocal, series.timeZone, {
        limit: Number.MAX_SAFE_INTEGER,
        upTo,
      })
    : [series.startsAtLocal];
  const held = new Map(
    all
      .filter((one) => one.id === meeting.id || stillScheduled(one, now).ok)
      .map((one) => [one.recurrenceId, one.startsAtLocal]),
  );
  return slots
    .filter((slot) => slot >= meeting.recurrenceId)
    .map((slot) => ({ slot, local: held.get(slot) ?? null }));
}

/**
 * Where the dates of a series go when the first of them moves to another time with all that follow: what a form shows and what the act does.
 * The rule follows the first date (second Wednesday → third Thursday) and counts the dates of a series that ends; a date that had been moved
 * singly keeps its time; `postpone` holds some of the new dates a week later.
 * Errors: RULE_NOT_UNDERSTOOD, RULE_NEVER_MATCHES, BAD_USER_INPUT (startsAtLocal, postpone).
 */
export function followingDates(
  {
    rule: text,
    timeZone,
    dates,
  }: {
    readonly rule: string | null;
    readonly timeZone: TimeZone;
    readonly dates: readonly SeriesDate[];
  },
  to: PlainDateTime,
  postponed: readonly PlainDateTime[],
  now: Instant,
): Result<{ readonly rule: string | null; readonly dates: readonly FollowingDate[] }, MeetingError> {
  const rule = text === null ? null : parseRule(text);
  if (rule && !rule.ok) return rule;
  const local = readNewTime(to, timeZone, now);
  if (!local.ok) return local;
  const from = dates[0]?.slot ?? to;
  const moved = rule && ruleMoved(rule.value, from, to);
  const ends = rule !== null && (rule.value.count !== null || rule.value.until !== null);
  const newRule = moved && { ...moved, count: ends ? dates.length : null, until: null };
  const newSlots = newRule ? occurrences(newRule, to, timeZone, { limit: dates.length }) : [to];
  if (newSlots.length < dates.length || newSlots[0] !== to) return err({ code: 'RULE_NEVER_MATCHES' });

  const postpone = new Set(postponed);
  if ([...postpone].some((slot) => slot === to || !newSlots.includes(slot)))
    return badInput('postpone', 'UNKNOWN');
  if ([...postpone].some((slot) => newSlots.includes(oneWeekLater(slot))))
    return badInput('postpone', 'OUT_OF_RANGE');
  return ok({
    rule: newRule && formatRule(newRule),
    dates: dates.map(({ slot, local: held }, i): FollowingDate => {
      const newSlot = newSlots[i]!;
      const isKept = i > 0 && held !== null && held !== slot;
      const goesTo = postpone.has(newSlot) ? oneWeekLater(newSlot) : newSlot;
      return { slot, newSlot, isKept, local: held === null || isKept ? held : goesTo };
    }),
  });
}

/**
 * Moves this meeting and all that follow it in the series. The old series ends before it (UNTIL), a new one begins with it, by the
 * rule that fits the new day; the meetings keep their ids, answers, check-ins and topics and take the slots of the new series one by one, as
 * `followingDates` has it; those called off or over stay behind.
 * `series` must be the meeting's, `all` every meeting of the series. Errors: as for one meeting, and those of `followingDates`.
 */
export function rescheduleFollowing(
  series: MeetingSeries,
  all: readonly Meeting[],
  meeting: Meeting,
  to: NewTime,
  newSeriesId: MeetingSeriesId,
  now: Instant,
): Result<FollowingMoved, MeetingError> {
  const time = checked(meeting, to, now);
  if (!time.ok) return time;
  const { local, duration } = time.value;
  const rest = { ...series, dates: datesFrom(series, all, meeting, now) };
  const following = followingDates(rest, local, to.postpone ?? [], now);
  if (!following.ok) return following;
  const { rule, dates } = following.value;
  const dateOf = new Map(dates.map((date) => [date.slot, date]));
  const stays = all.filter(
    (one) =>
      one.recurrenceId >= meeting.recurrenceId && (one.id === meeting.id || stillScheduled(one, now).ok),
  );
  const meetings = stays.map((one): Meeting => {
    const { newSlot, isKept, local: goesTo } = dateOf.get(one.recurrenceId)!;
    const next = isKept
      ? { ...one, sequence: one.sequence + 1 }
      : movedTo(
          one,
          goesTo!,
          one.id === meeting.id || one.durationMinutes === series.durationMinutes
            ? duration
            : one.durationMinutes,
          now,
        );
    return { ...next, seriesId: newSeriesId, recurrenceId: newSlot };
  });
  const kept = new Set(meetings.map((one) => one.recurrenceId));
  return ok({
    oldSeries: seriesBefore(series, all, meeting.recurrenceId, slotBefore(series, meeting.recurrenceId)),
    newSeries: {
      ...series,
      id: newSeriesId,
      rule,
      startsAtLocal: local,
      durationMinutes: duration,
      skipped: dates.map(({ newSlot }) => newSlot).filter((slot) => !kept.has(slot)),
      ended: false,
      sequence: 0,
      version: 1,
    },
    meetings,
    events: [
      {
        name: 'meeting.following-moved',
        ids: {
          meetingId: meeting.id,
          seriesId: newSeriesId,
          fromSeriesId: series.id,
          groupId: meeting.groupId,
        },
      },
    ],
  });
}

function slotBefore(series: MeetingSeries, slot: PlainDateTime): PlainDateTime | undefined {
  const rule = series.rule === null ? null : parseRule(series.rule);
  if (!rule?.ok) return undefined;
  const limit = Number.MAX_SAFE_INTEGER;
  return occurrences(rule.value, series.startsAtLocal, series.timeZone, { limit, upTo: slot })
    .filter((one) => one < slot)
    .at(-1);
}
