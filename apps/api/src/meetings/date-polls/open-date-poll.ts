import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { groupOf } from '../group-of.js';
import { datePollsStore } from './date-polls.store.js';

export type OpenDatePoll = meetings.DatePollPlan;

/** Puts days or times up for the group to answer. */
export async function openDatePoll(tx: TenantTx, plan: OpenDatePoll): Promise<meetings.DatePollId> {
  const viewer = found(tx.viewer);
  const group = await groupOf(tx, plan.groupId);
  if (tx.viewer) must(meetings.canRunDatePoll(tx.viewer, group));
  const { timeZone } = await tenantOf(tx);
  const ids = { poll: tx.newId<'DatePoll'>(), option: () => tx.newId<'DatePollOption'>() };
  const { poll, events } = must(meetings.openDatePoll(plan, viewer.memberId, timeZone, ids, tx.now));
  await datePollsStore.insert(tx, poll);
  await tx.publish(events);
  return poll.id;
}
