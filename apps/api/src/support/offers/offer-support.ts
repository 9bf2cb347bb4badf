import * as support from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';
import { offersStore } from './offers.store.js';

export interface Offer {
  readonly requestId: support.SupportRequestId;
  readonly message: string;
  readonly terms: support.OfferTerms;
  readonly price: number | null;
  readonly reason: support.OfferReason | null;
}

export async function offerSupport(tx: TenantTx, input: Offer): Promise<support.SupportOfferId> {
  const viewer = found(tx.viewer);
  const request = found(await supportRequestsStore.lock(tx, input.requestId));
  must(support.canOffer(viewer, request));
  const offers = await offersStore.ofRequests(tx, [request.id]);
  const made = {
    id: tx.newId<'SupportOffer'>(),
    message: input.message,
    terms: input.terms,
    price: input.price,
  };
  const { next, offer, events } = must(support.offerSupport(request, offers, viewer.memberId, made, tx.now));
  await offersStore.insert(tx, next, offer, input.reason);
  await supportRequestsStore.save(tx, next);
  await tx.publish(events);
  return offer.id;
}
