import type { MemberId } from '@yoriai/domain/kernel';
import type { SupportOfferId, SupportRequestId } from '@yoriai/domain/support';
import { notify } from '../../notifications/notify.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';
import { offersStore } from './offers.store.js';

/** Tells the asker, named or not, of an offer, and its helper of the answer. */
@Reads({
  reader: 'support.tell-of-offer',
  events: ['support.offered', 'support.offer-accepted', 'support.offer-declined'],
  queue: 'normal',
})
export class TellOfOffer implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const requestId = event.ids['requestId'] as SupportRequestId;
    const [offer] = await offersStore.byIds(tx, [event.ids['offerId'] as SupportOfferId]);
    if (!offer) return;
    const told = { ids: { requestId, offerId: offer.id }, once: offer.id };
    if (event.name === 'support.offered') {
      const asker = await supportRequestsStore.askerOf(tx, requestId);
      const about = event.actorId as MemberId | null;
      return notify(tx, { kind: 'support.offer', to: asker ? [asker] : [], about, ...told });
    }
    const kind =
      event.name === 'support.offer-accepted' ? 'support.offer-accepted' : 'support.offer-declined';
    return notify(tx, { kind, to: [offer.helperId], ...told });
  }
}
