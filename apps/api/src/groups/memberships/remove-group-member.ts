import * as groups from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupsStore } from '../group/groups.store.js';
import { endMembership } from './leave-group.js';

/** A facilitator or the office ends another member's membership. */
export async function removeGroupMember(
  tx: TenantTx,
  groupId: GroupId,
  memberId: MemberId,
): Promise<GroupId> {
  const group = await groupsStore.lock(tx, groupId);
  if (tx.viewer) must(groups.canRemoveGroupMember(tx.viewer, group, memberId));
  await endMembership(tx, group, memberId);
  return groupId;
}
