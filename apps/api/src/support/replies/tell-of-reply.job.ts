import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';
import { repliesStore } from './replies.store.js';

/** Tells the asker, named or not, of what others reply. */
@Reads({ reader: 'support.tell-of-reply', events: ['support.replied'], queue: 'normal' })
export class TellOfReply {
  async handle(tx: TenantTx, { ids, actorId }: StoredEvent<'support.replied'>): Promise<void> {
    const { requestId } = ids;
    const [reply] = await repliesStore.byIds(tx, [ids.replyId]);
    if (!reply || reply.byAsker) return;
    const asker = await supportRequestsStore.askerOf(tx, requestId);
    await notify(tx, {
      kind: 'support.reply',
      to: asker ? [asker] : [],
      ids: { requestId, replyId: reply.id },
      once: reply.id,
      about: actorId,
    });
  }
}
