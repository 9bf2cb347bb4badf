import { carries, type EventOf, type GroupId, type MeetingId } from '../../kernel/index.js';

export const consoleEvents = {
  'meeting.started': carries<{ meetingId: MeetingId; groupId: GroupId }>(),
  'meeting.start-taken-back': carries<{ meetingId: MeetingId; groupId: GroupId }>(),
  'meeting.run-moved': carries<{ meetingId: MeetingId; groupId: GroupId }>(),
  'meeting.airtime-marked': carries<{ meetingId: MeetingId; groupId: GroupId }>(),
};
export type ConsoleEvent = EventOf<typeof consoleEvents>;
