import type { MemberId } from '@yoriai/domain/kernel';
import type { SupportOfferId, SupportReplyId, SupportRequestId } from '@yoriai/domain/support';
import { notify } from '../../notifications/notify.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportStore } from './support-requests.store.js';
import { thanksStore } from '../thanks/thanks.store.js';

/**
 * Tells people of what concerns them. Of an anonymous request everybody in the audience hears, its author too: a telephone that
 * stays silent on the table would say who asked. Who that is, is looked up only to tell them what is for them alone.
 */
@Reads({
  reader: 'support.tell',
  events: [
    'support.posted',
    'support.replied',
    'support.offered',
    'support.offer-accepted',
    'support.offer-declined',
    'support.resolved',
  ],
  queue: 'normal',
})
export class TellAboutSupport implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const requestId = event.ids['requestId'] as SupportRequestId;
    const about = event.actorId as MemberId | null;
    switch (event.name) {
      case 'support.posted': {
        const [request] = await supportStore.byIds(tx, [requestId]);
        const to = request ? await audiences.membersOf(tx, request.audienceId) : [];
        return notify(tx, { kind: 'support.posted', to, ids: { requestId }, once: requestId, about });
      }
      case 'support.replied': {
        const [reply] = await supportStore.repliesByIds(tx, [event.ids['replyId'] as SupportReplyId]);
        if (!reply || reply.byAsker) return;
        return notify(tx, {
          kind: 'support.reply',
          to: await this.asker(tx, requestId),
          ids: { requestId, replyId: reply.id },
          once: reply.id,
          about,
        });
      }
      case 'support.resolved':
        return this.thank(tx, requestId);
      default: {
        const [offer] = await supportStore.offersByIds(tx, [event.ids['offerId'] as SupportOfferId]);
        if (!offer) return;
        const ids = { requestId, offerId: offer.id };
        if (event.name === 'support.offered') {
          const to = await this.asker(tx, requestId);
          return notify(tx, { kind: 'support.offer', to, ids, once: offer.id, about });
        }
        const kind =
          event.name === 'support.offer-accepted' ? 'support.offer-accepted' : 'support.offer-declined';
        return notify(tx, { kind, to: [offer.helperId], ids, once: offer.id });
      }
    }
  }

  private async asker(tx: TenantTx, requestId: SupportRequestId): Promise<MemberId[]> {
    const asker = await supportStore.askerOf(tx, requestId);
    return asker ? [asker] : [];
  }

  /** Thanks for those who are thanked; for the others who took part, that it has come to its end. */
  private async thank(tx: TenantTx, requestId: SupportRequestId): Promise<void> {
    const thanked = (await thanksStore.of(tx, [requestId])).map(({ helperId }) => helperId);
    await notify(tx, { kind: 'support.thanks', to: thanked, ids: { requestId }, once: requestId });
    const offered = (await supportStore.offersOf(tx, [requestId]))
      .filter(({ status }) => status === 'OFFERED' || status === 'ACCEPTED')
      .map(({ helperId }) => helperId);
    const tookPart = new Set([...(await supportStore.repliersOf(tx, requestId)), ...offered]);
    const others = [...tookPart].filter((memberId) => !thanked.includes(memberId));
    await notify(tx, { kind: 'support.resolved', to: others, ids: { requestId }, once: requestId });
  }
}
