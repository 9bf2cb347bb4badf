import { randomBytes } from 'node:crypto';
import * as groups from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupsStore } from '../group/groups.store.js';
import { joinLinksStore } from './join-links.store.js';

export async function createJoinLink(
  tx: TenantTx,
  { groupId, days }: { readonly groupId: GroupId; readonly days?: number | null },
): Promise<groups.JoinLinkId> {
  const viewer = found(tx.viewer);
  const group = await groupsStore.lock(tx, groupId);
  must(groups.canInvite(viewer, group));
  const made = { id: tx.newId<'JoinLink'>(), code: newCode(), createdBy: viewer.memberId };
  const usual = groups.groupLimits.joinLinkDays.usual;
  const { next, events } = must(groups.createJoinLink(group, days ?? usual, made, tx.now));
  await joinLinksStore.insert(tx, next);
  await tx.publish(events);
  return next.id;
}

function newCode(): string {
  return groups.joinCodeFrom(randomBytes(24)) ?? newCode();
}
