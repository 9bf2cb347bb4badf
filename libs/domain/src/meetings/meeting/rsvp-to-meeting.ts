import {
  badInput,
  err,
  minutes,
  ok,
  type BadUserInput,
  type Instant,
  type MemberId,
  type Rate,
  type Result,
} from '../../kernel/index.js';
import {
  hasOnlinePart,
  isOpenToChange,
  type Meeting,
  type MeetingCancelled,
  type MeetingOver,
  type NoOnlinePart,
  type RsvpAnswer,
  type RsvpGiven,
  type RsvpNote,
} from './meeting.js';
import type { MeetingEvent } from './meeting-events.js';

/** How often one network may look at, and answer by, the links in mails. */
export const rsvpLinkLooks: Rate = { times: 60, within: minutes(1) };

/**
 * A member's answer: coming, not coming, joining online, or by notes before and after (ASYNC); someone who comes may add that they
 * come late or leave early. It can be given and changed until the meeting ends.
 * Errors: MEETING_CANCELLED, MEETING_OVER, NO_ONLINE_PART (online, for a meeting in one room), BAD_USER_INPUT (a note to NO or ASYNC).
 */
export function rsvpToMeeting(
  meeting: Meeting,
  memberId: MemberId,
  answer: RsvpAnswer,
  note: RsvpNote | null,
  now: Instant,
): Result<
  { readonly given: RsvpGiven; readonly events: readonly MeetingEvent[] },
  MeetingCancelled | MeetingOver | NoOnlinePart | BadUserInput
> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  if (!isOpenToChange(meeting, now)) return err({ code: 'MEETING_OVER' });
  if (answer === 'ONLINE' && !hasOnlinePart(meeting.format)) return err({ code: 'NO_ONLINE_PART' });
  if (note !== null && answer !== 'YES' && answer !== 'ONLINE') return badInput('note', 'UNKNOWN');
  return ok({
    given: { memberId, answer, note },
    events: [
      { name: 'meeting.rsvp-given', ids: { meetingId: meeting.id, groupId: meeting.groupId, memberId } },
    ],
  });
}
