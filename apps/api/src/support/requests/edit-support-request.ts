import * as support from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import { keepAsNamed } from '../../platform/graphql/answer-once.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { makeFindable } from './post-support-request.js';
import { supportStore } from './support-requests.store.js';
import { thanksStore } from '../thanks/thanks.store.js';

/** The asker mends their words. */
export async function editSupportRequest(
  tx: TenantTx,
  id: support.SupportRequestId,
  changes: support.RequestChanges,
): Promise<void> {
  const viewer = found(tx.viewer);
  const request = found(await supportStore.lock(tx, id));
  must(support.canActAsAsker(viewer, request));
  const { next, events } = must(support.editSupportRequest(request, changes, tx.now));
  if (next === request) return;
  await supportStore.save(tx, next);
  await makeFindable(tx, next);
  await tx.publish(events);
}

/** An anonymous asker gives their name. */
export async function revealSupportRequestAuthor(tx: TenantTx, id: support.SupportRequestId): Promise<void> {
  const viewer = found(tx.viewer);
  const request = found(await supportStore.lock(tx, id));
  must(support.canReveal(viewer, request, request));
  const { next, events } = must(support.revealSupportRequestAuthor(request, viewer.memberId, tx.now));
  await supportStore.save(tx, next);
  await keepAsNamed(tx, viewer.memberId, await supportStore.forgetAnonymity(tx, id));
  await thanksStore.sign(tx, id, viewer.memberId);
  await tx.publish(events);
}
