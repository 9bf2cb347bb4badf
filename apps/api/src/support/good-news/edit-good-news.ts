import * as goodNews from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { goodNewsStore } from './good-news.store.js';

/** In other words, for the same people. */
export async function editGoodNews(
  tx: TenantTx,
  id: goodNews.GoodNewsId,
  change: { readonly body: string; readonly expectedVersion: number | null },
): Promise<void> {
  const viewer = found(tx.viewer);
  const news = found(await goodNewsStore.lock(tx, id));
  must(goodNews.canEditNews(viewer, news));
  const { next, events } = must(goodNews.editGoodNews(news, change));
  if (next === news) return;
  await goodNewsStore.edit(tx, next);
  await tx.publish(events);
}
