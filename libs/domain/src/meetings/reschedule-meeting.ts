import {
  badInput,
  err,
  instantAt,
  isBefore,
  minutes,
  ok,
  plus,
  days,
  type Instant,
  type PlainDateTime,
  type Result,
} from '../kernel/index.js';
import { refitted } from './edit-agenda.js';
import {
  meetingLimits,
  readDuration,
  readLocal,
  stillScheduled,
  type Meeting,
  type MeetingError,
  type MeetingEvent,
  type MeetingSeries,
  type MeetingSeriesId,
} from './meeting.js';
import { oneWeekLater } from './schedule-meetings.js';
import { endingAt, formatRule, occurrences, parseRule, ruleMoved } from './series-rule.js';

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
  const local = readLocal('startsAtLocal', to.startsAtLocal);
  if (!local.ok) return local;
  const duration = readDuration(to.durationMinutes ?? meeting.durationMinutes);
  if (!duration.ok) return duration;
  if (local.value.slice(0, 4) < '1970') return badInput('startsAtLocal', 'IN_THE_PAST');
  const startsAt = instantAt(local.value, meeting.timeZone);
  if (!isBefore(now, startsAt)) return badInput('startsAtLocal', 'IN_THE_PAST');
  if (isBefore(plus(now, days(meetingLimits.furthestDays)), startsAt))
    return badInput('startsAtLocal', 'OUT_OF_RANGE');
  return ok({ local: local.value, duration: duration.value });
}

/**
 * Moves one meeting of a series: answers, notes and topics stay with it, its slot (RECURRENCE-ID) too, SEQUENCE goes up by one; a shorter
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

/** A series that ends before one of its slots (UNTIL), or altogether when no slot comes before it. */
export function seriesBefore(
  series: MeetingSeries,
  slot: PlainDateTime,
  lastBefore: PlainDateTime | undefined,
): MeetingSeries {
  const rule = series.rule === null ? null : parseRule(series.rule);
  return {
    ...series,
    rule: rule?.ok && lastBefore ? formatRule(endingAt(rule.value, lastBefore)) : series.rule,
    skipped: series.skipped.filter((one) => one < slot),
    ended: series.ended || !lastBefore,
    sequence: series.sequence + 1,
  };
}

/**
 * Moves this meeting and all that follow it in the series. The old series ends before it (UNTIL), a new one begins with it, by the
 * rule that fits the new day; the meetings keep their ids, answers, notes and topics and take the slots of the new series one by one.
 * A following meeting that had been moved singly keeps the time it was given; those called off or over stay behind; `postpone` holds some of the
 * new dates a week later.
 * `series` must be the meeting's, `all` every meeting of the series. Errors: as for one meeting, RULE_NEVER_MATCHES and BAD_USER_INPUT (postpone).
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
  const rule = series.rule === null ? null : parseRule(series.rule);
  if (rule && !rule.ok) return rule;

  const following = all.filter((one) => one.recurrenceId >= meeting.recurrenceId);
  const lastSlot = following.reduce(
    (last, one) => (one.recurrenceId > last ? one.recurrenceId : last),
    meeting.recurrenceId,
  );
  const slots = rule
    ? occurrences(rule.value, series.startsAtLocal, series.timeZone, {
        limit: Number.MAX_SAFE_INTEGER,
        upTo: lastSlot,
      })
    : [series.startsAtLocal];
  const before = slots.filter((slot) => slot < meeting.recurrenceId);
  const from = slots.slice(before.length);

  const moved = rule ? ruleMoved(rule.value, meeting.recurrenceId, local) : null;
  // A series that ends keeps the number of its meetings: the new rule counts them.
  const ends = rule !== null && (rule.value.count !== null || rule.value.until !== null);
  const newRule = moved && { ...moved, count: ends ? from.length : null, until: null };
  const newSlots = newRule ? occurrences(newRule, local, series.timeZone, { limit: from.length }) : [local];
  if (newSlots.length < from.length || newSlots[0] !== local) return err({ code: 'RULE_NEVER_MATCHES' });

  const postpone = new Set(to.postpone ?? []);
  if ([...postpone].some((slot) => slot === local || !newSlots.includes(slot)))
    return badInput('postpone', 'UNKNOWN');
  if ([...postpone].some((slot) => newSlots.includes(oneWeekLater(slot))))
    return badInput('postpone', 'OUT_OF_RANGE');

  const newSlotOf = new Map(from.map((slot, i) => [slot, newSlots[i]!]));
  const stays = following.filter((one) => one.id === meeting.id || stillScheduled(one, now).ok);
  const meetings = stays.map((one): Meeting => {
    const slot = newSlotOf.get(one.recurrenceId)!;
    const wasMovedSingly = one.id !== meeting.id && one.startsAtLocal !== one.recurrenceId;
    const next = wasMovedSingly
      ? { ...one, sequence: one.sequence + 1 }
      : movedTo(
          one,
          postpone.has(slot) ? oneWeekLater(slot) : slot,
          one.id === meeting.id || one.durationMinutes === series.durationMinutes
            ? duration
            : one.durationMinutes,
          now,
        );
    return { ...next, seriesId: newSeriesId, recurrenceId: slot };
  });
  const kept = new Set(meetings.map((one) => one.recurrenceId));
  return ok({
    oldSeries: seriesBefore(series, meeting.recurrenceId, before.at(-1)),
    newSeries: {
      ...series,
      id: newSeriesId,
      rule: newRule && formatRule(newRule),
      startsAtLocal: local,
      durationMinutes: duration,
      skipped: newSlots.filter((slot) => !kept.has(slot)),
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
