import * as support from '@yoriai/domain/support';
import { found } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';
import { offersStore } from './offers.store.js';

/** The request is locked before its offer is read, so that two decisions about one request never pass each other. */
export async function lockOffer(tx: TenantTx, id: support.SupportOfferId) {
  const viewer = found(tx.viewer);
  const { requestId } = found((await offersStore.byIds(tx, [id]))[0]);
  const request = found(await supportRequestsStore.lock(tx, requestId));
  const offer = found((await offersStore.byIds(tx, [id]))[0]);
  return { viewer, request, offer };
}

export async function saveDecision(
  tx: TenantTx,
  decided: {
    next: support.SupportRequest;
    offer: support.SupportOffer;
    events: readonly support.OfferEvent[];
  },
): Promise<void> {
  await offersStore.save(tx, decided.offer);
  await supportRequestsStore.save(tx, decided.next);
  await tx.publish(decided.events);
}
