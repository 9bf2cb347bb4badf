import * as goodNews from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { goodNewsStore } from './good-news.store.js';

/** おめでとう or ありがとう, given or taken back; saying the same again changes nothing. */
export async function reactToGoodNews(
  tx: TenantTx,
  id: goodNews.GoodNewsId,
  kind: goodNews.Congratulation,
  on: boolean,
): Promise<void> {
  const { memberId, role } = found(tx.viewer);
  const [news] = await goodNewsStore.byIds(tx, [id]);
  must(goodNews.canReact({ memberId, role }, found(news)));
  if (!on) return goodNewsStore.takeBack(tx, id, memberId, kind);
  if (await goodNewsStore.react(tx, news!, memberId, kind))
    await tx.publish(goodNews.reacted(news!, kind, memberId));
}
