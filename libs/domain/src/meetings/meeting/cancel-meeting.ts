import { err, ok, optional, type BadUserInput, type Instant, type Result } from '../../kernel/index.js';
import {
  meetingLimits,
  stillScheduled,
  type Meeting,
  type MeetingCancelled,
  type MeetingOver,
  type MeetingSeries,
  type MeetingStarted,
} from './meeting.js';
import { sequenceAbove } from './reschedule-meeting.js';
import { endingAt, formatRule, occurrences, parseRule } from './series-rule.js';
import type { MeetingEvent } from './meeting-events.js';

type CancelError = MeetingCancelled | MeetingOver | MeetingStarted | BadUserInput;

const calledOff = (meeting: Meeting, reason: string | null): Meeting => ({
  ...meeting,
  status: 'CANCELLED',
  cancelReason: reason,
  sequence: meeting.sequence + 1,
});

/**
 * Calls one meeting off, with a reason of up to 200 characters for the group. It stays in the list, and silences its reminders.
 * The same again changes nothing. Errors: MEETING_CANCELLED (it already is, for another reason), MEETING_OVER, MEETING_STARTED, BAD_USER_INPUT (reason).
 */
export function cancelMeeting(
  meeting: Meeting,
  reason: string | null | undefined,
  now: Instant,
): Result<{ readonly next: Meeting; readonly events: readonly MeetingEvent[] }, CancelError> {
  const text = optional('reason', reason, meetingLimits.cancelReason);
  if (!text.ok) return text;
  if (meeting.status === 'CANCELLED' && meeting.cancelReason === text.value)
    return ok({ next: meeting, events: [] });
  const standing = stillScheduled(meeting, now);
  if (!standing.ok) return standing;
  return ok({
    next: calledOff(meeting, text.value),
    events: [
      {
        name: 'meeting.cancelled',
        ids: { meetingId: meeting.id, seriesId: meeting.seriesId, groupId: meeting.groupId },
      },
    ],
  });
}

/**
 * Calls off this meeting and all that follow it; the series ends with the slot before (UNTIL), or altogether when there is none.
 * Meetings under way or over stay as they are. Errors: those of `cancelMeeting`.
 */
export function cancelFollowing(
  series: MeetingSeries,
  all: readonly Meeting[],
  meeting: Meeting,
  reason: string | null | undefined,
  now: Instant,
): Result<
  {
    readonly series: MeetingSeries;
    readonly meetings: readonly Meeting[];
    readonly events: readonly MeetingEvent[];
  },
  CancelError
> {
  const first = cancelMeeting(meeting, reason, now);
  if (!first.ok) return first;
  const rest = all.filter(
    (one) => one.id !== meeting.id && one.recurrenceId > meeting.recurrenceId && stillScheduled(one, now).ok,
  );
  if (first.value.next === meeting)
    return rest.length === 0 ? ok({ series, meetings: [], events: [] }) : err({ code: 'MEETING_CANCELLED' });
  const rule = series.rule === null ? null : parseRule(series.rule);
  const slots = rule?.ok
    ? occurrences(rule.value, series.startsAtLocal, series.timeZone, {
        limit: Number.MAX_SAFE_INTEGER,
        upTo: meeting.recurrenceId,
      })
    : [];
  const lastBefore = slots.filter((slot) => slot < meeting.recurrenceId).at(-1);
  return ok({
    series: {
      ...series,
      rule: rule?.ok && lastBefore ? formatRule(endingAt(rule.value, lastBefore)) : series.rule,
      skipped: lastBefore ? series.skipped.filter((slot) => slot <= lastBefore) : series.skipped,
      ended: series.ended || !lastBefore,
      sequence: sequenceAbove(series, all),
    },
    meetings: [first.value.next, ...rest.map((one) => calledOff(one, first.value.next.cancelReason))],
    events: [
      {
        name: 'meeting.following-cancelled',
        ids: { meetingId: meeting.id, seriesId: series.id, groupId: meeting.groupId },
      },
    ],
  });
}
