import * as groups from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupsStore } from './groups.store.js';

/** Called by every act that discloses something to a group, in the same transaction, before its audience is read. */
export async function markFirstContent(tx: TenantTx, groupId: GroupId): Promise<void> {
  const known = (await groupsStore.byIds(tx, [groupId])).get(groupId);
  if (known?.firstContentAt) return;
  const group = await groupsStore.lock(tx, groupId);
  const { next, events } = groups.markFirstContent(group, tx.now);
  await groupsStore.save(tx, group, next);
  await tx.publish(events);
}
