import { isInGroup, type Group } from '../../groups/index.js';
import { err, ok, type MemberId, type NotFound, type Result } from '../../kernel/index.js';
import type { Meeting, MeetingCancelled, MeetingOver } from './meeting.js';
import type { MeetingEvent } from './meeting-events.js';

/**
 * 進行をお願いする: a member of the group runs this meeting, beside the facilitators, who always may; null takes it back. Before the meeting or in
 * the middle of it, until it is closed. Errors: MEETING_CANCELLED, MEETING_OVER, NOT_FOUND (not of the group).
 */
export function handOverMeeting(
  meeting: Pick<Meeting, 'id' | 'groupId' | 'status'>,
  group: Group,
  to: MemberId | null,
): Result<{ readonly events: readonly MeetingEvent[] }, MeetingCancelled | MeetingOver | NotFound> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  if (meeting.status === 'CLOSED') return err({ code: 'MEETING_OVER' });
  if (to !== null && !isInGroup(group, to)) return err({ code: 'NOT_FOUND' });
  const ids = { meetingId: meeting.id, groupId: meeting.groupId, ...(to ? { memberId: to } : {}) };
  return ok({ events: [{ name: 'meeting.handed-over', ids }] });
}
