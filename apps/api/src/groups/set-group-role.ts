import * as groups from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import { must } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { groupsStore } from './groups.store.js';
import { proposalsStore } from './proposals.store.js';

export interface SetGroupRole {
  readonly groupId: GroupId;
  readonly memberId: MemberId;
  readonly role: groups.GroupRole;
  readonly deputy?: boolean | null;
  readonly takesPart?: boolean | null;
  readonly expectedVersion?: number | null;
}

export async function setGroupRole(tx: TenantTx, input: SetGroupRole): Promise<GroupId> {
  const { groupId, memberId, role, expectedVersion } = input;
  const group = await groupsStore.lock(tx, groupId);
  if (tx.viewer) must(groups.canSetGroupRole(tx.viewer, group, memberId));
  const place = { role, deputy: input.deputy ?? false, takesPart: input.takesPart ?? true };
  const proposals = await proposalsStore.openIn(tx, groupId);
  const { next, events } = must(groups.setGroupRole(group, proposals, memberId, place, expectedVersion));
  await groupsStore.save(tx, group, next);
  await tx.publish(events);
  return groupId;
}
