import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';
import { offersStore } from './offers.store.js';

const heard = ['support.offered', 'support.offer-accepted', 'support.offer-declined'] as const;

/** Tells the asker, named or not, of an offer, and its helper of the answer. */
@Reads({ reader: 'support.tell-of-offer', events: heard, queue: 'normal' })
export class TellOfOffer {
  async handle(tx: TenantTx, event: StoredEvent<(typeof heard)[number]>): Promise<void> {
    const { requestId } = event.ids;
    const [offer] = await offersStore.byIds(tx, [event.ids.offerId]);
    if (!offer) return;
    const told = { ids: { requestId, offerId: offer.id }, once: offer.id };
    if (event.name === 'support.offered') {
      const asker = await supportRequestsStore.askerOf(tx, requestId);
      const about = event.actorId;
      return notify(tx, { kind: 'support.offer', to: asker ? [asker] : [], about, ...told });
    }
    const kind =
      event.name === 'support.offer-accepted' ? 'support.offer-accepted' : 'support.offer-declined';
    return notify(tx, { kind, to: [offer.helperId], ...told });
  }
}
