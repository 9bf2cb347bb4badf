import { carries, type EventOf, type GroupId, type Id } from '../../kernel/index.js';

export const datePollEvents = {
  'date-poll.opened': carries<{ pollId: Id<'DatePoll'>; groupId: GroupId }>(),
  'date-poll.edited': carries<{ pollId: Id<'DatePoll'>; groupId: GroupId }>(),
  'date-poll.day-added': carries<{ pollId: Id<'DatePoll'>; groupId: GroupId }>(),
  'date-poll.answered': carries<{ pollId: Id<'DatePoll'>; groupId: GroupId }>(),
  'date-poll.settled': carries<{ pollId: Id<'DatePoll'>; groupId: GroupId }>(),
  'date-poll.cancelled': carries<{ pollId: Id<'DatePoll'>; groupId: GroupId }>(),
};
export type DatePollEvent = EventOf<typeof datePollEvents>;
