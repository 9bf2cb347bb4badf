import * as support from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportStore } from '../requests/support-requests.store.js';

export interface Offer {
  readonly requestId: support.SupportRequestId;
  readonly message: string;
  readonly terms: support.OfferTerms;
  readonly price: number | null;
  readonly reason: support.OfferReason | null;
}

export async function offerSupport(tx: TenantTx, input: Offer): Promise<support.SupportOfferId> {
  const viewer = found(tx.viewer);
  const request = found(await supportStore.lock(tx, input.requestId));
  must(support.canOffer(viewer, request));
  const offers = await supportStore.offersOf(tx, [request.id]);
  const made = {
    id: tx.newId<'SupportOffer'>(),
    message: input.message,
    terms: input.terms,
    price: input.price,
  };
  const { next, offer, events } = must(support.offerSupport(request, offers, viewer.memberId, made, tx.now));
  await supportStore.insertOffer(tx, next, offer, input.reason);
  await supportStore.save(tx, next);
  await tx.publish(events);
  return offer.id;
}

/** The asker says yes. An anonymous asker's name goes to this helper, and to nobody else. */
export async function acceptOffer(tx: TenantTx, id: support.SupportOfferId): Promise<void> {
  const { viewer, request, offer } = await locked(tx, id);
  must(support.canActAsAsker(viewer, request));
  await keep(tx, must(support.acceptOffer(request, offer, tx.now)));
  if (support.isAnonymous(request))
    await supportStore.introduce(tx, request.id, offer.helperId, viewer.memberId);
}

export async function declineOffer(tx: TenantTx, id: support.SupportOfferId): Promise<void> {
  const { viewer, request, offer } = await locked(tx, id);
  must(support.canActAsAsker(viewer, request));
  await keep(tx, must(support.declineOffer(request, offer, tx.now)));
}

export async function withdrawOffer(tx: TenantTx, id: support.SupportOfferId): Promise<void> {
  const { viewer, request, offer } = await locked(tx, id);
  must(support.canWithdrawOffer(viewer, offer));
  const others = await supportStore.offersOf(tx, [request.id]);
  await keep(tx, must(support.withdrawOffer(request, offer, others, tx.now)));
}

/** The request is locked before its offer is read, so that two decisions about one request never pass each other. */
async function locked(tx: TenantTx, id: support.SupportOfferId) {
  const viewer = found(tx.viewer);
  const { requestId } = found((await supportStore.offersByIds(tx, [id]))[0]);
  const request = found(await supportStore.lock(tx, requestId));
  const offer = found((await supportStore.offersByIds(tx, [id]))[0]);
  return { viewer, request, offer };
}

async function keep(
  tx: TenantTx,
  decided: {
    next: support.SupportRequest;
    offer: support.SupportOffer;
    events: readonly support.SupportEvent[];
  },
): Promise<void> {
  await supportStore.saveOffer(tx, decided.offer);
  await supportStore.save(tx, decided.next);
  await tx.publish(decided.events);
}
