import * as support from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import { keepAsNamed } from '../../platform/graphql/answer-once.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';
import { thanksStore } from '../thanks/thanks.store.js';

/** An anonymous asker gives their name. */
export async function revealSupportRequestAuthor(tx: TenantTx, id: support.SupportRequestId): Promise<void> {
  const viewer = found(tx.viewer);
  const request = found(await supportRequestsStore.lock(tx, id));
  must(support.canReveal(viewer, request, request));
  const { next, events } = must(support.revealSupportRequestAuthor(request, viewer.memberId, tx.now));
  await supportRequestsStore.save(tx, next);
  await keepAsNamed(tx, viewer.memberId, await supportRequestsStore.forgetAnonymity(tx, id));
  await thanksStore.sign(tx, id, viewer.memberId);
  await tx.publish(events);
}
