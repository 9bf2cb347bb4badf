import { Live } from '../platform/live/live.js';
import { Reads, type StoredEvent } from '../platform/outbox/reader.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { notificationsStore } from './notifications.store.js';

export const notificationsTopic = (tenantId: string, memberId: string): string =>
  `notifications:${tenantId}:${memberId}`;

/** Shows a new notification on every screen that is open. */
@Reads({ reader: 'notifications.push-live', events: ['notification.arrived'], queue: 'normal' })
export class PushLive {
  constructor(private readonly live: Live) {}

  async handle(tx: TenantTx, { ids: { batchId } }: StoredEvent<'notification.arrived'>): Promise<void> {
    for (const { id, memberId } of await notificationsStore.batch(tx, batchId))
      await this.live.publish(notificationsTopic(tx.tenantId, memberId), { notificationId: id });
  }
}
