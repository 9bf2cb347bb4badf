import * as goodNews from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { goodNewsStore } from './good-news.store.js';

/** Its writer takes it back; nothing is left in its place. */
export async function withdrawGoodNewsComment(tx: TenantTx, id: goodNews.GoodNewsCommentId): Promise<void> {
  const viewer = found(tx.viewer);
  const comment = found((await goodNewsStore.commentsByIds(tx, [id]))[0]);
  const news = found((await goodNewsStore.byIds(tx, [comment.goodNewsId]))[0]);
  must(goodNews.canWithdrawComment(viewer, comment));
  if (await goodNewsStore.removeComment(tx, id))
    await tx.publish(goodNews.withdrawGoodNewsComment(news, comment));
}
