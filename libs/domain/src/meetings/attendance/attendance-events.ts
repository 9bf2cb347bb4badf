import { carries, type EventOf, type GroupId, type MeetingId, type MemberId } from '../../kernel/index.js';

export const attendanceEvents = {
  'meeting.attendance-marked': carries<{ meetingId: MeetingId; groupId: GroupId; memberId: MemberId }>(),
  'meeting.attendance-corrected': carries<{ meetingId: MeetingId; groupId: GroupId; memberId: MemberId }>(),
};
export type AttendanceEvent = EventOf<typeof attendanceEvents>;
