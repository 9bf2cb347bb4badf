import { err, ok, type Instant } from '../../kernel/index.js';
import { asAsker, touched, isLive, type SupportRequest } from '../requests/support-request.js';
import { offerEvent, type OfferDecision, type SupportOffer } from './support-offer.js';
import type { OfferEvent } from './offer-events.js';

/** The asker takes the offer: the request is MATCHED. Of several offers several may be taken. */
export function acceptOffer(request: SupportRequest, offer: SupportOffer, now: Instant): OfferDecision {
  return decide(request, offer, now, 'ACCEPTED', 'support.offer-accepted');
}

/** The asker says no, thank you; no reason is asked for or passed on. */
export function declineOffer(request: SupportRequest, offer: SupportOffer, now: Instant): OfferDecision {
  return decide(request, offer, now, 'DECLINED', 'support.offer-declined');
}

function decide(
  request: SupportRequest,
  offer: SupportOffer,
  now: Instant,
  status: 'ACCEPTED' | 'DECLINED',
  name: OfferEvent['name'],
): OfferDecision {
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
