import * as support from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { mutesStore } from './mutes.store.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';

/** No more notices of this thread. */
export async function muteRequest(tx: TenantTx, id: support.SupportRequestId): Promise<void> {
  const viewer = found(tx.viewer);
  const [request] = await supportRequestsStore.byIds(tx, [id]);
  must(support.canMuteRequest(viewer, found(request)));
  await mutesStore.muteRequest(tx, viewer.memberId, id);
}

export async function unmuteRequest(tx: TenantTx, id: support.SupportRequestId): Promise<void> {
  const [request] = await supportRequestsStore.byIds(tx, [id]);
  found(request);
  await mutesStore.unmuteRequest(tx, found(tx.viewer).memberId, id);
}
