import * as groups from '@yoriai/domain/groups';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupsStore } from '../group/groups.store.js';
import { joinLinksStore } from './join-links.store.js';

/** The code stops working; who has come by it stays. */
export async function revokeJoinLink(tx: TenantTx, id: groups.JoinLinkId): Promise<groups.JoinLinkId> {
  const viewer = found(tx.viewer);
  const link = await joinLinksStore.lock(tx, id);
  must(groups.canInvite(viewer, found((await groupsStore.byIds(tx, [link.groupId])).get(link.groupId))));
  const { next, events } = groups.revokeJoinLink(link, tx.now);
  await joinLinksStore.revoke(tx, next);
  await tx.publish(events);
  return id;
}
