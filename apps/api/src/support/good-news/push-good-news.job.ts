import { namesIn } from '@yoriai/domain/kernel';
import { goodNewsEvents, type GoodNewsEvent } from '@yoriai/domain/support';
import { Live } from '../../platform/live/live.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

export const goodNewsTopic = (tenantId: string): string => `good-news:${tenantId}`;

/** Says that a piece of news changed. Each screen reads it anew as its own viewer. */
@Reads({ reader: 'good-news.live', events: namesIn(goodNewsEvents), queue: 'normal' })
export class PushGoodNews {
  constructor(private readonly live: Live) {}

  async handle(tx: TenantTx, { ids: { goodNewsId } }: StoredEvent<GoodNewsEvent['name']>): Promise<void> {
    await this.live.publish(goodNewsTopic(tx.tenantId), { goodNewsId });
  }
}
