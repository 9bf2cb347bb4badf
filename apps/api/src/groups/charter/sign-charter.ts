import * as groups from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { chartersStore } from '../group/charters.store.js';
import { groupsStore } from '../group/groups.store.js';

export async function signCharter(tx: TenantTx, groupId: GroupId, version: number): Promise<GroupId> {
  const viewer = found(tx.viewer);
  // Under the group's lock, so that a charter is not signed while it is amended.
  must(groups.canSignCharter(viewer, await groupsStore.lock(tx, groupId)));
  must(groups.signCharter(await chartersStore.ofGroup(tx, groupId), version));
  await sign(tx, groupId, version, viewer.memberId);
  return groupId;
}

/** Signing twice is signing once. */
export async function sign(
  tx: TenantTx,
  groupId: GroupId,
  version: number,
  memberId: MemberId,
): Promise<void> {
  if (await chartersStore.sign(tx, groupId, version, memberId))
    await tx.publish([{ name: 'group.charter-signed', ids: { groupId, memberId } }]);
}
