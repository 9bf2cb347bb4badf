import * as support from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';

/** まだ助けがほしい */
export async function keepSupportRequestOpen(tx: TenantTx, id: support.SupportRequestId): Promise<void> {
  const viewer = found(tx.viewer);
  const request = found(await supportRequestsStore.lock(tx, id));
  must(support.canActAsAsker(viewer, request));
  const { next, events } = must(support.keepSupportRequestOpen(request, tx.now));
  await supportRequestsStore.save(tx, next);
  await tx.publish(events);
}
