import { carries, type EventOf, type GroupId, type MeetingId, type MemberId } from '../../kernel/index.js';

/** Of the holder of the role now, or, when none is left to ask, of the last who passed it on. */
export const roleEvents = {
  'meeting.roles-set': carries<{
    meetingId: MeetingId;
    groupId: GroupId;
    memberId?: MemberId;
    passedOnBy?: MemberId;
  }>(),
};
export type RoleEvent = EventOf<typeof roleEvents>;
