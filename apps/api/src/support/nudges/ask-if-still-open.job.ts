import { expiryStep, type SupportRequestId } from '@yoriai/domain/support';
import { notify } from '../../notifications/notify.js';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { expiryTimer } from '../requests/post-support-request.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'support.expiry': { requestId: SupportRequestId };
  }
}

/** After 27 quiet days a kind question to the asker; three days later the end. One timer per request, which looks and sets itself again. */
@RunsTimer({ timer: 'support.expiry', queue: 'bulk' })
export class AskIfStillOpen {
  async run(tx: TenantTx, timer: DueTimer<'support.expiry'>): Promise<void> {
    const { requestId } = timer.ids;
    const request = await supportRequestsStore.lock(tx, requestId);
    if (!request) return;
    const due = expiryStep(request, tx.now);
    if ('next' in due) await supportRequestsStore.save(tx, due.next);
    if ('events' in due) await tx.publish(due.events);
    if ('at' in due) await tx.at(due.at, expiryTimer(requestId));
    const asker = due.step === 'ASK' ? await supportRequestsStore.askerOf(tx, requestId) : null;
    if (asker)
      await notify(tx, {
        kind: 'support.expiring',
        to: [asker],
        ids: { requestId },
        once: `${requestId}:${request.lastActivityAt.toISOString()}`,
      });
  }
}
