import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { offersStore } from '../offers/offers.store.js';
import { repliesStore } from '../replies/replies.store.js';
import { thanksStore } from './thanks.store.js';

/** Thanks for those who are thanked; for the others who took part, that it has come to its end. */
@Reads({ reader: 'support.tell-of-thanks', events: ['support.resolved'], queue: 'normal' })
export class TellOfThanks {
  async handle(tx: TenantTx, { ids }: StoredEvent<'support.resolved'>): Promise<void> {
    const { requestId } = ids;
    const thanked = (await thanksStore.of(tx, [requestId])).map(({ helperId }) => helperId);
    await notify(tx, { kind: 'support.thanks', to: thanked, ids: { requestId }, once: requestId });
    const offered = (await offersStore.ofRequests(tx, [requestId]))
      .filter(({ status }) => status === 'OFFERED' || status === 'ACCEPTED')
      .map(({ helperId }) => helperId);
    const tookPart = new Set([...(await repliesStore.repliersOf(tx, requestId)), ...offered]);
    const others = [...tookPart].filter((memberId) => !thanked.includes(memberId));
    await notify(tx, { kind: 'support.resolved', to: others, ids: { requestId }, once: requestId });
  }
}
