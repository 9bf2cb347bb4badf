import {
  allowIf,
  notFound,
  type Id,
  type Instant,
  type MemberId,
  type Result,
  type Verdict,
} from '../../kernel/index.js';
import {
  type SupportRequestId,
  eventIds,
  type SupportError,
  type SupportRequest,
} from '../requests/support-request.js';
import type { Actor } from '../../people/index.js';
import type { Standing } from '../requests/support-policy.js';
import type { OfferEvent } from './offer-events.js';

export const offerTerms = ['FREE', 'EXCHANGE', 'PAID'] as const;
export type OfferTerms = (typeof offerTerms)[number];
export const offerStatuses = ['OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'DELIVERED'] as const;
export type OfferStatus = (typeof offerStatuses)[number];

export const offerReasons = ['WORK', 'RETURN', 'LEARNING', 'GIFT'] as const;
/** 仕事として/お世話になったお返しに/自分の勉強にもなるので/気持ちで: why a member helps, known to themselves alone. */
export type OfferReason = (typeof offerReasons)[number];
export type SupportOfferId = Id<'SupportOffer'>;

export interface SupportOffer {
  readonly id: SupportOfferId;
  readonly requestId: SupportRequestId;
  readonly helperId: MemberId;
  readonly message: string;
  readonly terms: OfferTerms;
  /** Integer yen; of paid offers alone. */
  readonly price: number | null;
  readonly status: OfferStatus;
  readonly createdAt: Instant;
}
/** The asker has not ticked 有料の申し出も受けます. */
export interface PaidNotAccepted {
  readonly code: 'PAID_NOT_ACCEPTED';
}
/** The request has a paid offer already; it is no auction. */
export interface PaidOfferTaken {
  readonly code: 'PAID_OFFER_TAKEN';
}
/** This member has an offer on this request already. */
export interface AlreadyOffered {
  readonly code: 'ALREADY_OFFERED';
}
/** The offer was accepted, declined, withdrawn or delivered before. */
export interface OfferDecided {
  readonly code: 'OFFER_DECIDED';
  readonly status: OfferStatus;
}
export type OfferError = SupportError | PaidNotAccepted | PaidOfferTaken | AlreadyOffered | OfferDecided;

/** What the decision about an offer gives, or why there is none. */
export type OfferDecision = Result<
  { next: SupportRequest; offer: SupportOffer; events: readonly OfferEvent[] },
  OfferError
>;

export const offerEvent = (
  name: OfferEvent['name'],
  request: SupportRequest,
  offer: SupportOffer,
): OfferEvent => ({
  name,
  ids: { ...eventIds(request), offerId: offer.id },
});

/** Helpers may take back what they offered. */
export const canWithdrawOffer = (viewer: Actor, offer: Pick<SupportOffer, 'helperId'>): Verdict =>
  allowIf(offer.helperId === viewer.memberId);

/** An offer that came to nothing is between the two it concerns. */
export const canSeeOffer = (
  viewer: Actor,
  { mine }: Pick<Standing, 'mine'>,
  offer: Pick<SupportOffer, 'helperId' | 'status'>,
): Verdict =>
  mine || offer.helperId === viewer.memberId || (offer.status !== 'DECLINED' && offer.status !== 'WITHDRAWN')
    ? allowIf(true)
    : notFound;
