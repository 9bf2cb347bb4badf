import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';
import type { DatePoll, DatePollFacts, DatePollId } from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { Describes, Gathers, type Describable } from '../../notifications/notices.js';
import { datePollsStore } from './date-polls.store.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** How the notices about date polls find their words, while they are true. */
const describe =
  (isTrue: (poll: DatePoll) => boolean) =>
  async (
    tx: TenantTx,
    ids: readonly { readonly pollId: DatePollId }[],
  ): Promise<(DatePollFacts | null)[]> => {
    const polls = await datePollsStore.byIds(
      tx,
      ids.map(({ pollId }) => pollId),
    );
    const groups = await groupById.batch(tx, [...new Set([...polls.values()].map(({ groupId }) => groupId))]);
    return ids.map(({ pollId }) => {
      const poll = polls.get(pollId);
      const group = poll && groups.get(poll.groupId);
      if (!group || !isTrue(poll)) return null;
      return { groupName: group.name, title: poll.title, closesOn: poll.closesOn };
    });
  };

const open = describe(({ status }) => status === 'OPEN');
const calledOff = describe(({ status }) => status === 'CANCELLED');

@Injectable()
export class DatePollNotices {
  @Describes('date-poll.opened', 'date-poll.closing', 'date-poll.ready', 'date-poll.day-added')
  open(tx: TenantTx, ids: readonly IdsOfNotice['date-poll.opened'][]): Promise<(DatePollFacts | null)[]> {
    return open(tx, ids);
  }

  @Describes('date-poll.called-off')
  calledOff(
    tx: TenantTx,
    ids: readonly IdsOfNotice['date-poll.called-off'][],
  ): Promise<(DatePollFacts | null)[]> {
    return calledOff(tx, ids);
  }

  /** One mail, however many days were added. */
  @Gathers('date-poll.day-added')
  async lastAdded(
    _tx: TenantTx,
    notices: readonly Describable[],
  ): Promise<{ notices: readonly Describable[] }> {
    return { notices: notices.slice(-1) };
  }
}
