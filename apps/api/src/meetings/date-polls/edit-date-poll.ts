import { onVersion, wantsChange } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { datePollsStore } from './date-polls.store.js';

export interface EditDatePoll extends meetings.DatePollEdit {
  readonly pollId: meetings.DatePollId;
  readonly expectedVersion?: number | null;
}

export async function editDatePoll(
  tx: TenantTx,
  { pollId, expectedVersion, ...edit }: EditDatePoll,
): Promise<void> {
  const poll = await datePollsStore.lock(tx, pollId);
  const group = await groupOf(tx, poll.groupId);
  if (tx.viewer) must(meetings.canRunDatePoll(tx.viewer, group));
  const { next, events } = must(
    onVersion(
      poll.version,
      expectedVersion,
      meetings.editDatePoll(poll, edit, () => tx.newId<'DatePollOption'>(), tx.now),
    ),
  );
  if (!must(wantsChange(poll, next, expectedVersion))) return;
  await datePollsStore.save(tx, next);
  await datePollsStore.forgetStaleAnswers(tx, next);
  await tx.publish(events);
}
