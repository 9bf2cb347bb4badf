import { carries, type EventOf, type GroupId, type MeetingId } from '../../kernel/index.js';

export const recordingEvents = {
  'meeting.recording-answered': carries<{ meetingId: MeetingId; groupId: GroupId }>(),
  'meeting.recording-linked': carries<{ meetingId: MeetingId; groupId: GroupId }>(),
  'meeting.recording-gone': carries<{ meetingId: MeetingId; groupId: GroupId }>(),
};
export type RecordingEvent = EventOf<typeof recordingEvents>;
