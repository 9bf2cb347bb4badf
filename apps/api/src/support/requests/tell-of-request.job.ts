import { notify } from '../../notifications/notify.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from './support-requests.store.js';

/**
 * Tells the audience of a new request. An anonymous one is told to all of them, its author too: a telephone that stays silent on the
 * table would say who asked.
 */
@Reads({ reader: 'support.tell-of-request', events: ['support.posted'], queue: 'normal' })
export class TellOfRequest {
  async handle(tx: TenantTx, { ids, actorId }: StoredEvent<'support.posted'>): Promise<void> {
    const { requestId } = ids;
    const [request] = await supportRequestsStore.byIds(tx, [requestId]);
    const to = request ? await audiences.membersOf(tx, request.audienceId) : [];
    const about = actorId;
    await notify(tx, { kind: 'support.posted', to, ids: { requestId }, once: requestId, about });
  }
}
