import type { Group } from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import { groupById } from '../groups/group/groups.loader.js';
import { found } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';

/** The group that a meeting belongs to, with its people; NOT_FOUND for viewers who may not know of it. */
export async function groupOf(tx: TenantTx, groupId: GroupId): Promise<Group> {
  return found((await groupById.batch(tx, [groupId])).get(groupId));
}
