import * as support from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { makeFindable } from './post-support-request.js';
import { supportRequestsStore } from './support-requests.store.js';

/** The asker edits their request. */
export async function editSupportRequest(
  tx: TenantTx,
  id: support.SupportRequestId,
  changes: support.RequestChanges,
): Promise<void> {
  const viewer = found(tx.viewer);
  const request = found(await supportRequestsStore.lock(tx, id));
  must(support.canActAsAsker(viewer, request));
  const { next, events } = must(support.editSupportRequest(request, changes, tx.now));
  if (next === request) return;
  await supportRequestsStore.save(tx, next);
  await makeFindable(tx, next);
  await tx.publish(events);
}
