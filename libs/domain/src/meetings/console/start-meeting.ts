import type { Meeting, MeetingCancelled, MeetingOver, MeetingNotStarted } from '../meeting/meeting.js';
import {
  type Instant,
  isBefore,
  plus,
  hours,
  type Result,
  err,
  ok,
  type MemberId,
} from '../../kernel/index.js';
import { isUnderWay, type MeetingRun, type MeetingUnderWay, type RunState } from './run-meeting.js';
import type { ConsoleEvent } from './console-events.js';

/** A meeting that is started further from its time than so many hours is asked about once more. */
export const farFromItsTimeHours = 3;

/** True where starting a meeting now may mean another day: more than three hours before it begins or after it ends. */
export const isFarFromItsTime = (
  { startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>,
  now: Instant,
): boolean =>
  isBefore(now, plus(startsAt, -hours(farFromItsTimeHours))) ||
  isBefore(plus(endsAt, hours(farFromItsTimeHours)), now);

/**
 * OPEN → SCHEDULED: a meeting that was started by mistake, as long as its clock was not touched and no one was marked, spoke, decided or promised
 * (`isRecorded`). Its reminders are planned anew.
 * Errors: MEETING_CANCELLED, MEETING_OVER, MEETING_NOT_STARTED, MEETING_UNDER_WAY.
 */
export function takeBackStart(
  meeting: Meeting,
  run: Pick<RunState, 'last'>,
  isRecorded: boolean,
): Result<
  { readonly next: Meeting; readonly events: readonly ConsoleEvent[] },
  MeetingCancelled | MeetingOver | MeetingNotStarted | MeetingUnderWay
> {
  const open = isUnderWay(meeting);
  if (!open.ok) return open;
  if (run.last !== null || isRecorded) return err({ code: 'MEETING_UNDER_WAY' });
  return ok({
    next: { ...meeting, status: 'SCHEDULED' },
    events: [{ name: 'meeting.start-taken-back', ids: { meetingId: meeting.id, groupId: meeting.groupId } }],
  });
}

/**
 * Opens a meeting at any time, before or after the hour that was agreed, and starts the clock of its first step. One that is open stays as it is.
 * Errors: MEETING_CANCELLED, MEETING_OVER (closed already). That no other meeting of the group is open is for the caller to see to.
 */
export function startMeeting(
  meeting: Meeting,
  by: MemberId,
  now: Instant,
): Result<
  { readonly next: Meeting; readonly run: MeetingRun; readonly events: readonly ConsoleEvent[] },
  MeetingCancelled | MeetingOver
> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  if (meeting.status === 'CLOSED') return err({ code: 'MEETING_OVER' });
  return ok({
    next: { ...meeting, status: 'OPEN' },
    run: {
      meetingId: meeting.id,
      groupId: meeting.groupId,
      startedBy: by,
      startedAt: now,
      stepId: meeting.agenda[0]?.id ?? null,
      since: now,
      paused: false,
      pausedMs: 0,
      looseMs: 0,
      steps: [],
      last: null,
      version: 1,
    },
    events: [{ name: 'meeting.started', ids: { meetingId: meeting.id, groupId: meeting.groupId } }],
  });
}
