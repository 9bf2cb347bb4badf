import * as goodNews from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { goodNewsStore } from './good-news.store.js';

/** Deletes it for all readers. */
export async function withdrawGoodNews(tx: TenantTx, id: goodNews.GoodNewsId): Promise<void> {
  const viewer = found(tx.viewer);
  const news = found(await goodNewsStore.lock(tx, id));
  must(goodNews.canWithdrawNews(viewer, news));
  const { events } = must(goodNews.withdrawGoodNews(news, tx.now));
  await goodNewsStore.withdraw(tx, id);
  await tx.publish(events);
}
