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
import { adviceNeedsLeave, isAdvice } from '../advice/advice.js';
import { asAsker, touched } from '../requests/post-support-request.js';
import {
  eventIds,
  isLive,
  supportLimits,
  type OfferTerms,
  type SupportError,
  type SupportEvent,
  type SupportOffer,
  type SupportOfferId,
  type SupportReply,
  type SupportReplyId,
  type SupportRequest,
  type SupportType,
} from '../requests/support-request.js';

/** Who writes, and whether it is the one who asked. */
export interface Writer {
  readonly memberId: MemberId;
  readonly isAsker: boolean;
}

/**
 * An answer in words (up to 5,000 characters), declaring which kind of support it gives. Where somebody asked to be heard, one that
 * declares advice waits for the asker's leave (ADVICE_NOT_WANTED). The asker's own words give none and, while the request is
 * anonymous, carry no name.
 */
export function replyToSupportRequest(
  request: SupportRequest,
  writer: Writer,
  reply: { readonly id: SupportReplyId; readonly body: string; readonly gives: SupportType | null },
  now: Instant,
): Result<{ next: SupportRequest; reply: SupportReply; events: readonly SupportEvent[] }, SupportError> {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  const body = required('body', reply.body, supportLimits.reply);
  if (!body.ok) return body;
  if (!writer.isAsker && isAdvice(reply.gives) && adviceNeedsLeave(request))
    return err({ code: 'ADVICE_NOT_WANTED' });
  const written: SupportReply = {
    id: reply.id,
    requestId: request.id,
    authorId: writer.isAsker ? request.authorId : writer.memberId,
    byAsker: writer.isAsker,
    gives: writer.isAsker ? null : reply.gives,
    body: body.value,
    createdAt: now,
  };
  const event: SupportEvent = { name: 'support.replied', ids: eventIds(request, { replyId: reply.id }) };
  return ok({
    next: { ...touched(request, now), replyCount: request.replyCount + 1 },
    reply: written,
    events: [writer.isAsker ? asAsker(request, event) : event],
  });
}

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
): Result<{ next: SupportRequest; offer: SupportOffer; events: readonly SupportEvent[] }, SupportError> {
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

/** The asker takes the offer: the request is MATCHED. Of several offers several may be taken. */
export function acceptOffer(request: SupportRequest, offer: SupportOffer, now: Instant): Decided {
  return decide(request, offer, now, 'ACCEPTED', 'support.offer-accepted');
}

/** The asker says no, thank you; no reason is asked for or passed on. */
export function declineOffer(request: SupportRequest, offer: SupportOffer, now: Instant): Decided {
  return decide(request, offer, now, 'DECLINED', 'support.offer-declined');
}

/** What the decision about an offer gives, or why there is none. */
export type Decided = Result<
  { next: SupportRequest; offer: SupportOffer; events: readonly SupportEvent[] },
  SupportError
>;

function decide(
  request: SupportRequest,
  offer: SupportOffer,
  now: Instant,
  status: 'ACCEPTED' | 'DECLINED',
  name: SupportEvent['name'],
): Decided {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  if (offer.status !== 'OFFERED') return err({ code: 'OFFER_DECIDED', status: offer.status });
  const next = touched(request, now);
  const decided = { ...offer, status };
  return ok({
    next: status === 'ACCEPTED' ? { ...next, status: 'MATCHED' } : next,
    offer: decided,
    events: [asAsker(request, offerEvent(name, request, decided))],
  });
}

/**
 * The helper takes an offer back, accepted or not, as long as the request lives. When it was the last accepted one the
 * request is OPEN again, so that nobody is left hanging as "matched" with no one.
 */
export function withdrawOffer(
  request: SupportRequest,
  offer: SupportOffer,
  others: readonly SupportOffer[],
  now: Instant,
): Decided {
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

const offerEvent = (
  name: SupportEvent['name'],
  request: SupportRequest,
  offer: SupportOffer,
): SupportEvent => ({
  name,
  ids: eventIds(request, { offerId: offer.id }),
});
