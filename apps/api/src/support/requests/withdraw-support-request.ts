import * as support from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from './support-requests.store.js';

/** The asker takes the request back. */
export async function withdrawSupportRequest(tx: TenantTx, id: support.SupportRequestId): Promise<void> {
  const viewer = found(tx.viewer);
  const request = found(await supportRequestsStore.lock(tx, id));
  must(support.canWithdraw(viewer, request));
  const { next, events } = must(support.withdrawSupportRequest(request, tx.now));
  await supportRequestsStore.save(tx, next);
  await tx.publish(events);
}
