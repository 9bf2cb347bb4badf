import * as groups from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { chartersStore } from '../group/charters.store.js';
import { groupsStore } from '../group/groups.store.js';

export interface AmendCharter {
  readonly groupId: GroupId;
  readonly clauses: readonly string[];
  readonly expectedVersion: number;
}

export async function amendCharter(
  tx: TenantTx,
  { groupId, clauses, expectedVersion }: AmendCharter,
): Promise<GroupId> {
  const viewer = found(tx.viewer);
  const group = await groupsStore.lock(tx, groupId);
  must(groups.canEditGroup(viewer, group));
  const charter = await chartersStore.ofGroup(tx, groupId);
  const { next, events } = must(groups.amendCharter(group, charter, clauses, expectedVersion));
  if (next === charter) return groupId;
  await chartersStore.insert(tx, next, viewer.memberId);
  await tx.publish(events);
  return groupId;
}
