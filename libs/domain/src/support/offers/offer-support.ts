import {
  badInput,
  err,
  ok,
  required,
  type BadUserInput,
  type Instant,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import { touched, isLive, supportLimits, type SupportRequest } from '../requests/support-request.js';
import {
  offerEvent,
  type OfferDecision,
  type OfferError,
  type OfferTerms,
  type SupportOffer,
  type SupportOfferId,
} from './support-offer.js';
import type { OfferEvent } from './offer-events.js';

/** What a paid offer asks for, in yen: 1 to 10,000,000, whole. */
export function readPrice(price: number | null): Result<number, BadUserInput> {
  if (price === null) return badInput('price', 'REQUIRED');
  return Number.isInteger(price) && price >= 1 && price <= supportLimits.price
    ? ok(price)
    : badInput('price', 'OUT_OF_RANGE', supportLimits.price);
}

const standing: readonly SupportOffer['status'][] = ['OFFERED', 'ACCEPTED', 'DELIVERED'];
const stands = (offer: SupportOffer): boolean => standing.includes(offer.status);

/**
 * Concrete help (up to 2,000 characters), free, in exchange or paid. Paid offers only where the asker ticked 有料の申し出も受けます,
 * one per request, always with a price of 1 to 10,000,000 yen. One standing offer per helper; after a decline or a withdrawal a new one may be made.
 */
export function offerSupport(
  request: SupportRequest,
  offers: readonly SupportOffer[],
  helperId: MemberId,
  offer: {
    readonly id: SupportOfferId;
    readonly message: string;
    readonly terms: OfferTerms;
    readonly price: number | null;
  },
  now: Instant,
): Result<{ next: SupportRequest; offer: SupportOffer; events: readonly OfferEvent[] }, OfferError> {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  const message = required('message', offer.message, supportLimits.offer);
  if (!message.ok) return message;
  if (offers.some((other) => other.helperId === helperId && stands(other)))
    return err({ code: 'ALREADY_OFFERED' });
  if (offer.terms !== 'PAID') {
    if (offer.price !== null) return badInput('price', 'MALFORMED');
  } else {
    if (!request.acceptsPaid) return err({ code: 'PAID_NOT_ACCEPTED' });
    if (offers.some((other) => other.terms === 'PAID' && stands(other)))
      return err({ code: 'PAID_OFFER_TAKEN' });
    const price = readPrice(offer.price);
    if (!price.ok) return price;
  }
  const made: SupportOffer = {
    id: offer.id,
    requestId: request.id,
    helperId,
    message: message.value,
    terms: offer.terms,
    price: offer.price,
    status: 'OFFERED',
    createdAt: now,
  };
  return ok({
    next: touched(request, now),
    offer: made,
    events: [offerEvent('support.offered', request, made)],
  });
}

/**
 * The helper takes an offer back, accepted or not, as long as the request lives. When it was the last accepted one the
 * request is OPEN again, so that no asker stays "matched" with no one.
 */
export function withdrawOffer(
  request: SupportRequest,
  offer: SupportOffer,
  others: readonly SupportOffer[],
  now: Instant,
): OfferDecision {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  if (offer.status !== 'OFFERED' && offer.status !== 'ACCEPTED')
    return err({ code: 'OFFER_DECIDED', status: offer.status });
  const stillHelped = others.some((other) => other.id !== offer.id && other.status === 'ACCEPTED');
  const withdrawn: SupportOffer = { ...offer, status: 'WITHDRAWN' };
  return ok({
    next: { ...touched(request, now), status: stillHelped ? 'MATCHED' : 'OPEN' },
    offer: withdrawn,
    events: [offerEvent('support.offer-withdrawn', request, withdrawn)],
  });
}
