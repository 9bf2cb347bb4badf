import type { Meeting, MeetingCancelled, MeetingOver, MeetingNotStarted } from '../meeting/meeting.js';
import {
  type Instant,
  type Result,
  err,
  ok,
  type MemberId,
  type Forbidden,
  plus,
  minutes,
} from '../../kernel/index.js';
import type { MinutesSealed } from './decision.js';
import { type Minutes, minutesLimits } from './minutes.js';
import type { MinutesEvent } from './minutes-events.js';

/**
 * OPEN → CLOSED; a meeting that was held on paper also from SCHEDULED, once its time is over.
 * Errors: MEETING_CANCELLED, MEETING_OVER (closed already), MEETING_NOT_STARTED.
 */
export function closeMeeting(
  meeting: Meeting,
  now: Instant,
): Result<
  { readonly next: Meeting; readonly events: readonly MinutesEvent[] },
  MeetingCancelled | MeetingOver | MeetingNotStarted
> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  if (meeting.status === 'CLOSED') return err({ code: 'MEETING_OVER' });
  if (meeting.status === 'SCHEDULED' && now < meeting.endsAt) return err({ code: 'MEETING_NOT_STARTED' });
  return ok({
    next: { ...meeting, status: 'CLOSED' },
    events: [{ name: 'meeting.closed', ids: { meetingId: meeting.id, groupId: meeting.groupId } }],
  });
}

/**
 * A slip of the finger: for ten minutes the member who closed it may open it again. What was sealed stays as an earlier edition.
 * Errors: MEETING_CANCELLED, MEETING_NOT_STARTED (not closed), FORBIDDEN (another member closed it), MINUTES_SEALED (ten minutes are over).
 */
export function reopenMeeting(
  meeting: Meeting,
  sealed: Pick<Minutes, 'sealedAt' | 'sealedBy'>,
  hadBegun: boolean,
  by: MemberId,
  now: Instant,
): Result<
  { readonly next: Meeting; readonly events: readonly MinutesEvent[] },
  MeetingCancelled | MeetingNotStarted | Forbidden | MinutesSealed
> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  if (meeting.status !== 'CLOSED') return err({ code: 'MEETING_NOT_STARTED' });
  if (sealed.sealedBy !== by) return err({ code: 'FORBIDDEN' });
  if (!canStillReopen(sealed, now)) return err({ code: 'MINUTES_SEALED' });
  return ok({
    next: { ...meeting, status: hadBegun ? 'OPEN' : 'SCHEDULED' },
    events: [{ name: 'meeting.reopened', ids: { meetingId: meeting.id, groupId: meeting.groupId } }],
  });
}

export const canStillReopen = ({ sealedAt }: Pick<Minutes, 'sealedAt'>, now: Instant): boolean =>
  now <= plus(sealedAt, minutes(minutesLimits.reopenMinutes));
