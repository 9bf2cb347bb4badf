import { namesIn } from '@yoriai/domain/kernel';
import { goodNewsEvents, type GoodNewsEvent } from '@yoriai/domain/support';
import { topicsOfReaders } from '../../platform/live/list-topics.js';
import { Live } from '../../platform/live/live.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { goodNewsStore } from './good-news.store.js';

export const goodNewsList = (tenantId: string): string => `good-news:${tenantId}`;

/** Screens that show one piece of news follow it alone. */
export const goodNewsTopic = (tenantId: string, goodNewsId: string): string =>
  `good-news-item:${tenantId}:${goodNewsId}`;

/** Says that a piece of news changed. Each screen reads it anew as its own viewer. */
@Reads({ reader: 'good-news.live', events: namesIn(goodNewsEvents), queue: 'normal' })
export class PushGoodNews {
  constructor(private readonly live: Live) {}

  async handle(tx: TenantTx, { ids: { goodNewsId } }: StoredEvent<GoodNewsEvent['name']>): Promise<void> {
    const [news] = await goodNewsStore.byIds(tx, [goodNewsId]);
    if (!news) return;
    await this.live.publish(
      [
        goodNewsTopic(tx.tenantId, goodNewsId),
        ...(await topicsOfReaders(tx, [goodNewsList(tx.tenantId)], news.audienceId, news.authorId)),
      ],
      { goodNewsId },
    );
  }
}
