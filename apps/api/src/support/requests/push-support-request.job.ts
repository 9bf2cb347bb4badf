import { supportEvents } from '@yoriai/domain/support';
import { Live } from '../../platform/live/live.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** Screens follow one group's requests, or all that their viewer may hear. */
export const supportTopic = (tenantId: string, groupId: string | null): string =>
  groupId ? `support:${tenantId}:${groupId}` : `support:${tenantId}`;

/** Says that a request changed. Each screen reads it anew as its own viewer, so this says the same to all. */
@Reads({ reader: 'support.live', events: supportEvents, queue: 'normal' })
export class PushSupportRequest implements EventReader {
  constructor(private readonly live: Live) {}

  async handle(tx: TenantTx, { ids: { requestId, groupId } }: StoredEvent): Promise<void> {
    if (!requestId) return;
    await this.live.publish(supportTopic(tx.tenantId, null), { requestId });
    if (groupId) await this.live.publish(supportTopic(tx.tenantId, groupId), { requestId });
  }
}
