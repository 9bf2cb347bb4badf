import {
  carries,
  type EventOf,
  type GroupId,
  type Id,
  type MeetingId,
  type MemberId,
} from '../../kernel/index.js';

export const minutesEvents = {
  'meeting.decision-recorded': carries<{
    meetingId: MeetingId;
    groupId: GroupId;
    decisionId: Id<'Decision'>;
  }>(),
  'meeting.decision-withdrawn': carries<{
    meetingId: MeetingId;
    groupId: GroupId;
    decisionId: Id<'Decision'>;
  }>(),
  'meeting.closed': carries<{ meetingId: MeetingId; groupId: GroupId }>(),
  'meeting.reopened': carries<{ meetingId: MeetingId; groupId: GroupId }>(),
  'meeting.minutes-corrected': carries<{
    meetingId: MeetingId;
    groupId: GroupId;
    correctionId: Id<'Correction'>;
  }>(),
  'closing-round.answered': carries<{ meetingId: MeetingId; groupId: GroupId; memberId: MemberId }>(),
};
export type MinutesEvent = EventOf<typeof minutesEvents>;
