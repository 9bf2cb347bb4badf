import type { DatePoll, DatePollId } from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { describeNotices, type Describe } from '../../notifications/describe.js';
import { datePollsStore } from './date-polls.store.js';

/** How the notices about date polls find their words, while they are true. */
const describe =
  (
    isTrue: (poll: DatePoll) => boolean,
  ): Describe<
    | 'date-poll.opened'
    | 'date-poll.day-added'
    | 'date-poll.closing'
    | 'date-poll.ready'
    | 'date-poll.called-off'
  > =>
  async (tx, ids) => {
    const polls = await datePollsStore.byIds(
      tx,
      ids.map(({ pollId }) => pollId as DatePollId),
    );
    const groups = await groupById.batch(tx, [...new Set([...polls.values()].map(({ groupId }) => groupId))]);
    return ids.map(({ pollId }) => {
      const poll = polls.get(pollId as DatePollId);
      const group = poll && groups.get(poll.groupId);
      if (!group || !isTrue(poll)) return null;
      return { groupName: group.name, title: poll.title, closesOn: poll.closesOn };
    });
  };

describeNotices(
  ['date-poll.opened', 'date-poll.closing', 'date-poll.ready'],
  describe(({ status }) => status === 'OPEN'),
);
/** One mail, however many days were added. */
describeNotices(
  ['date-poll.day-added'],
  describe(({ status }) => status === 'OPEN'),
  null,
  (_tx, notices) => Promise.resolve({ notices: notices.slice(-1) }),
);
describeNotices(
  ['date-poll.called-off'],
  describe(({ status }) => status === 'CANCELLED'),
);
