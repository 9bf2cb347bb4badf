import * as groups from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { closeProposals } from '../proposals/decide-proposal.js';
import { groupsStore } from './groups.store.js';
import { proposalsStore } from '../proposals/proposals.store.js';

export async function leaveGroup(tx: TenantTx, groupId: GroupId): Promise<void> {
  const viewer = found(tx.viewer);
  await end(tx, await groupsStore.lock(tx, groupId), viewer.memberId);
}

export async function removeGroupMember(
  tx: TenantTx,
  groupId: GroupId,
  memberId: MemberId,
): Promise<GroupId> {
  const group = await groupsStore.lock(tx, groupId);
  if (tx.viewer) must(groups.canRemoveGroupMember(tx.viewer, group, memberId));
  await end(tx, group, memberId);
  return groupId;
}

async function end(tx: TenantTx, group: groups.Group, memberId: MemberId): Promise<void> {
  const { next, events } = must(groups.leaveGroup(group, memberId));
  // First the event: whoever leaves sees nothing of the group afterwards.
  await tx.publish(events);
  const proposals = await proposalsStore.openIn(tx, group.id);
  await closeProposals(
    tx,
    proposals.filter((one) => one.memberId === memberId),
  );
  await groupsStore.save(tx, group, next);
}
