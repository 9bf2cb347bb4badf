import type { MemberId } from '@yoriai/domain/kernel';
import type { SupportRequestId } from '@yoriai/domain/support';
import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { mutesStore } from '../mutes/mutes.store.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';
import { adviceLeaveStore } from './advice-leave.store.js';

const heard = ['support.leave-asked', 'support.advice-welcomed'] as const;

/** Tells the asker that a helper would like to advise, once, however many they are; and those who asked, that advice is welcome. */
@Reads({ reader: 'support.tell-of-advice', events: heard, queue: 'normal' })
export class TellOfAdvice {
  async handle(tx: TenantTx, { name, ids }: StoredEvent<(typeof heard)[number]>): Promise<void> {
    const { requestId } = ids;
    if (name === 'support.leave-asked') return this.leave(tx, requestId, ids.memberId);
    const to = await adviceLeaveStore.askedBy(tx, requestId);
    return notify(tx, { kind: 'support.advice-welcomed', to, ids: { requestId }, once: requestId });
  }

  private async leave(tx: TenantTx, requestId: SupportRequestId, helperId: MemberId): Promise<void> {
    const asker = await supportRequestsStore.askerOf(tx, requestId);
    if (!asker || (await mutesStore.hasMuted(tx, asker, helperId))) return;
    await notify(tx, { kind: 'support.leave-asked', to: [asker], ids: { requestId }, once: requestId });
  }
}
