import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { datePollsStore } from './date-polls.store.js';

export async function cancelDatePoll(tx: TenantTx, pollId: meetings.DatePollId): Promise<void> {
  const poll = await datePollsStore.lock(tx, pollId);
  const group = await groupOf(tx, poll.groupId);
  if (tx.viewer) must(meetings.canRunDatePoll(tx.viewer, group));
  const { next, events } = must(meetings.cancelDatePoll(poll));
  await datePollsStore.save(tx, next);
  await tx.publish(events);
}
