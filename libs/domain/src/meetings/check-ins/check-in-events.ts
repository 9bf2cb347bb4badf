import { carries, unread, type EventOf, type Id, type MeetingId, type MemberId } from '../../kernel/index.js';

type SharedCheckInIds = { checkInId: Id<'CheckIn'>; meetingId: MeetingId; memberId: MemberId };

/** What the group cannot read makes no sound in it: the event of a check-in that is kept does not name the meeting. */
export const checkInEvents = {
  'meeting.check-in-shared': carries<SharedCheckInIds>(),
  'meeting.check-in-withdrawn': carries<SharedCheckInIds>(),
  'check-in.kept': unread<{ checkInId: Id<'CheckIn'> }>(),
  'check-in.withdrawn': unread<{ checkInId: Id<'CheckIn'> }>(),
};
export type CheckInEvent = EventOf<typeof checkInEvents>;
