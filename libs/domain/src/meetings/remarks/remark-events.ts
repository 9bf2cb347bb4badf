import { carries, type EventOf, type Id, type MeetingId } from '../../kernel/index.js';

export const remarkEvents = {
  'meeting.remark-made': carries<{ remarkId: Id<'Remark'>; meetingId: MeetingId }>(),
  'meeting.remark-withdrawn': carries<{ remarkId: Id<'Remark'>; meetingId: MeetingId }>(),
  'check-in.answered': carries<{ remarkId: Id<'Remark'> }>(),
};
export type RemarkEvent = EventOf<typeof remarkEvents>;
