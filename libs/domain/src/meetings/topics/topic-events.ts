import {
  carries,
  type EventOf,
  type GroupId,
  type Id,
  type MeetingId,
  type MemberId,
} from '../../kernel/index.js';

type TopicIds = { topicId: Id<'Topic'>; meetingId: MeetingId; groupId: GroupId; memberId: MemberId };

export const topicEvents = {
  'meeting.topic-proposed': carries<TopicIds>(),
  'meeting.topic-edited': carries<TopicIds>(),
  'meeting.topic-withdrawn': carries<TopicIds>(),
  'meeting.topic-voted': carries<TopicIds>(),
  'meeting.topic-taken': carries<TopicIds>(),
  'meeting.topic-released': carries<TopicIds>(),
};
export type TopicEvent = EventOf<typeof topicEvents>;
