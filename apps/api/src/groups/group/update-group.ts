import * as groups from '@yoriai/domain/groups';
import { onVersion, type GroupId } from '@yoriai/domain/kernel';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { closeProposals } from './propose.js';
import { groupsStore } from './groups.store.js';
import { programmesStore } from '../programmes/programmes.store.js';
import { proposalsStore } from './proposals.store.js';

export interface UpdateGroup extends groups.GroupChanges {
  readonly groupId: GroupId;
  readonly expectedVersion?: number | null;
}

export async function updateGroup(
  tx: TenantTx,
  { groupId, expectedVersion, ...changes }: UpdateGroup,
): Promise<GroupId> {
  const group = await groupsStore.lock(tx, groupId);
  if (tx.viewer) must(groups.canEditGroup(tx.viewer, group));
  const { programmeId } = changes;
  if (programmeId) found((await programmesStore.byIds(tx, [programmeId])).get(programmeId));
  const proposals = await proposalsStore.openIn(tx, groupId);
  const seats = groups.seatsTaken(group, proposals);
  const { next, events } = must(
    onVersion(group.version, expectedVersion, groups.updateGroup(group, seats, changes, expectedVersion)),
  );
  if (next === group) return groupId;
  await groupsStore.save(tx, group, next);
  await tx.publish(events);
  if (next.status === 'CLOSED') await closeProposals(tx, proposals);
  return groupId;
}
