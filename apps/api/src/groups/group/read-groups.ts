import type { Group, MemberProposal } from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupsStore } from './groups.store.js';
import { proposalsStore } from './proposals.store.js';

export interface GroupWithProposals {
  readonly group: Group;
  /** Open ones: seats that are promised. */
  readonly proposals: readonly MemberProposal[];
}

/** Who is in the group and active now, in the order of joining: for readers and timers that have something to tell them. */
export const activeMemberIds = (tx: TenantTx, groupId: GroupId): Promise<MemberId[]> =>
  groupsStore.activeMemberIds(tx, groupId);

/** Who of these facilitates any group. */
export const leadersAmong = (tx: TenantTx, memberIds: readonly MemberId[]): Promise<MemberId[]> =>
  groupsStore.leadersAmong(tx, memberIds);

/** The group, locked against other changes; NOT_FOUND for those who may not know of it. */
export const lockGroup = (tx: TenantTx, groupId: GroupId): Promise<Group> => groupsStore.lock(tx, groupId);

/** The newest `most` groups that may be seen, each with its people and those proposed to it. */
export async function newestGroups(tx: TenantTx, most: number): Promise<GroupWithProposals[]> {
  const groups = await groupsStore.page(tx, { first: most, after: null });
  const ids = groups.map(({ id }) => id);
  const proposals = await proposalsStore.openOf(tx, ids);
  return groups.map((group) => ({ group, proposals: proposals.get(group.id) ?? [] }));
}
