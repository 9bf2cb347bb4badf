import * as groups from '@yoriai/domain/groups';
import type { MemberId } from '@yoriai/domain/kernel';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { propose } from '../group/propose.js';
import { groupsStore } from '../group/groups.store.js';
import { proposalsStore } from '../group/proposals.store.js';

/** In every group that keeps a place for them. Answers how many of these now ask their members. */
export async function readdressPlace(
  tx: TenantTx,
  memberId: MemberId,
  proposedBy: MemberId,
): Promise<number> {
  const seats = (await groupsStore.idsOfMembers(tx, [memberId])).get(memberId) ?? [];
  const proposed = await proposalsStore.byIds(tx, await proposalsStore.openAbout(tx, memberId));
  const groupIds = new Set([...seats, ...[...proposed.values()].map(({ groupId }) => groupId)]);
  let shown = 0;
  for (const groupId of [...groupIds].sort()) {
    const group = await groupsStore.lock(tx, groupId);
    const open = await proposalsStore.openIn(tx, groupId);
    const by = { proposedBy, proposalId: tx.newId<'MemberProposal'>() };
    const done = groups.readdressPlace(group, open, memberId, by, tx.now);
    if (!done) continue;
    await groupsStore.save(tx, group, done.next);
    if (done.proposal) await propose(tx, done.proposal);
    await tx.publish(done.events);
    if (done.proposal) shown += 1;
  }
  return shown;
}
