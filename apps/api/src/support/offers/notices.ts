import type { SupportOfferId } from '@yoriai/domain/support';
import { describeNotices } from '../../notifications/describe.js';
import { mutesStore } from '../mutes/mutes.store.js';
import { factsOfSeen, factsWithAsker } from '../requests/notices.js';
import { offersStore } from './offers.store.js';

describeNotices(['support.offer-accepted', 'support.offer-declined'], factsWithAsker);

describeNotices(['support.offer'], async (tx, all) => {
  const offers = await offersStore.byIds(
    tx,
    all.map(({ offerId }) => offerId as SupportOfferId),
  );
  const helpers = offers.map(({ helperId }) => helperId);
  const muted = tx.viewer ? await mutesStore.mutedAmong(tx, tx.viewer.memberId, helpers) : new Map();
  return factsOfSeen(
    tx,
    all,
    offers.filter(({ helperId }) => !muted.has(helperId)),
    ({ offerId }) => offerId,
    ({ helperId }) => helperId,
  );
});
