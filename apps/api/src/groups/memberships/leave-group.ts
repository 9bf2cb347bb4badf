import * as groups from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { closeProposals } from '../group/propose.js';
import { groupsStore } from '../group/groups.store.js';
import { proposalsStore } from '../group/proposals.store.js';

export async function leaveGroup(tx: TenantTx, groupId: GroupId): Promise<void> {
  const viewer = found(tx.viewer);
  await endMembership(tx, await groupsStore.lock(tx, groupId), viewer.memberId);
}

/** Also the proposals about them end. */
export async function endMembership(tx: TenantTx, group: groups.Group, memberId: MemberId): Promise<void> {
  const { next, events } = must(groups.leaveGroup(group, memberId));
  // First the event: who has left sees nothing of the group afterwards.
  await tx.publish(events);
  const proposals = await proposalsStore.openIn(tx, group.id);
  await closeProposals(
    tx,
    proposals.filter((one) => one.memberId === memberId),
  );
  await groupsStore.save(tx, group, next);
}
