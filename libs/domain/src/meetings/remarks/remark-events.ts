import { carries, type EventOf, type Id, type MeetingId } from '../../kernel/index.js';

/** With what was answered: a check-in or a topic. Events of earlier versions name neither. */
type RemarkIds = {
  remarkId: Id<'Remark'>;
  meetingId: MeetingId;
  checkInId?: Id<'CheckIn'>;
  topicId?: Id<'Topic'>;
};

export const remarkEvents = {
  'meeting.remark-made': carries<RemarkIds>(),
  'meeting.remark-withdrawn': carries<RemarkIds>(),
  'check-in.answered': carries<{ remarkId: Id<'Remark'> }>(),
};
export type RemarkEvent = EventOf<typeof remarkEvents>;
