import { carries, type EventOf, type GroupId, type MeetingId } from '../../kernel/index.js';

export const afterPartyEvents = {
  'meeting.after-party-planned': carries<{ meetingId: MeetingId; groupId: GroupId }>(),
  'meeting.after-party-answered': carries<{ meetingId: MeetingId; groupId: GroupId }>(),
  'meeting.after-party-called-off': carries<{ meetingId: MeetingId; groupId: GroupId }>(),
};
export type AfterPartyEvent = EventOf<typeof afterPartyEvents>;
