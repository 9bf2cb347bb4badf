import { carries, type EventOf, type Id } from '../../kernel/index.js';
import type { RequestIds } from '../requests/support-request-events.js';

export const offerEvents = {
  'support.offered': carries<RequestIds & { offerId: Id<'SupportOffer'> }>(),
  'support.offer-accepted': carries<RequestIds & { offerId: Id<'SupportOffer'> }>(),
  'support.offer-declined': carries<RequestIds & { offerId: Id<'SupportOffer'> }>(),
  'support.offer-withdrawn': carries<RequestIds & { offerId: Id<'SupportOffer'> }>(),
};
export type OfferEvent = EventOf<typeof offerEvents>;
