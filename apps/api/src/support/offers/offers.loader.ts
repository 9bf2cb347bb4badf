import type { SupportOfferId, SupportRequestId } from '@yoriai/domain/support';
import { defineLoader, groupRows } from '../../platform/graphql/loader.js';
import { offersStore } from './offers.store.js';

export const supportOfferById = defineLoader('supportOfferById', (tx, ids: readonly SupportOfferId[]) =>
  offersStore.byIds(tx, ids),
);
export const reasonOfOffer = defineLoader('reasonOfOffer', (tx, ids: readonly SupportOfferId[]) =>
  offersStore.reasonsOf(tx, ids),
);
export const shownOffersOfRequest = defineLoader(
  'shownOffersOfRequest',
  async (tx, ids: readonly SupportRequestId[]) =>
    groupRows(await offersStore.shownOf(tx, ids), ({ requestId }) => requestId),
);
