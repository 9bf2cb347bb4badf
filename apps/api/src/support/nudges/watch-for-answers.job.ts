import { plus } from '@yoriai/domain/kernel';
import { isWaiting, responseTimes } from '@yoriai/domain/support';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { nudgesStore } from './nudges.store.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';

const heard = [
  'support.posted',
  'support.replied',
  'support.offered',
  'support.resolved',
  'support.withdrawn',
  'support.expired',
] as const;

/** Sets the timers that leave no asker without an answer, and stops them at the first answer or at the end. */
@Reads({ reader: 'support.watch-for-answers', events: heard, queue: 'normal' })
export class WatchForAnswers {
  async handle(tx: TenantTx, event: StoredEvent<(typeof heard)[number]>): Promise<void> {
    const { requestId } = event.ids;
    const request = await supportRequestsStore.lock(tx, requestId);
    if (!request) return;
    const answered = (await nudgesStore.answered(tx, [requestId])).has(requestId);
    if (!isWaiting({ ...request, answered })) {
      await tx.cancelTimers('support.nudge', [requestId]);
      await tx.cancelTimers('support.unanswered', [requestId]);
    } else if (event.name === 'support.posted') {
      const { helpers, facilitators } = responseTimes(request.type);
      const timer = { key: requestId, ids: { requestId } };
      await tx.at(plus(request.createdAt, helpers), { name: 'support.nudge', ...timer });
      await tx.at(plus(request.createdAt, facilitators), { name: 'support.unanswered', ...timer });
    }
  }
}
