import { namesIn } from '@yoriai/domain/kernel';
import { offerEvents, replyEvents, supportRequestEvents, thanksEvents } from '@yoriai/domain/support';
import { Live } from '../../platform/live/live.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** Screens follow one group's requests, or all that their viewer may hear. */
export const supportTopic = (tenantId: string, groupId: string | null): string =>
  groupId ? `support:${tenantId}:${groupId}` : `support:${tenantId}`;

/** What only the people concerned may notice (notes, nudges, worries, who would like to advise) is not among it. */
const heard = namesIn({ ...supportRequestEvents, ...replyEvents, ...offerEvents, ...thanksEvents });

/** Says that a request changed. Each screen reads it anew as its own viewer, so this says the same to all. */
@Reads({ reader: 'support.live', events: heard, queue: 'normal' })
export class PushSupportRequest {
  constructor(private readonly live: Live) {}

  async handle(
    tx: TenantTx,
    { ids: { requestId, groupId } }: StoredEvent<(typeof heard)[number]>,
  ): Promise<void> {
    await this.live.publish(supportTopic(tx.tenantId, null), { requestId });
    if (groupId) await this.live.publish(supportTopic(tx.tenantId, groupId), { requestId });
  }
}
