import * as goodNews from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { goodNewsStore } from './good-news.store.js';

export async function commentOnGoodNews(
  tx: TenantTx,
  id: goodNews.GoodNewsId,
  body: string,
): Promise<goodNews.GoodNewsCommentId> {
  const viewer = found(tx.viewer);
  const news = found((await goodNewsStore.byIds(tx, [id]))[0]);
  must(goodNews.canComment(news));
  const { comment, events } = must(
    goodNews.commentOnGoodNews(
      news,
      { id: tx.newId<'GoodNewsComment'>(), author: viewer.memberId, body },
      tx.now,
    ),
  );
  await goodNewsStore.insertComment(tx, news, comment);
  await tx.publish(events);
  return comment.id;
}

/** Its writer takes it back; nothing is left in its place. */
export async function withdrawGoodNewsComment(tx: TenantTx, id: goodNews.GoodNewsCommentId): Promise<void> {
  const viewer = found(tx.viewer);
  const comment = found((await goodNewsStore.commentsByIds(tx, [id]))[0]);
  const news = found((await goodNewsStore.byIds(tx, [comment.goodNewsId]))[0]);
  must(goodNews.canWithdrawComment(viewer, comment));
  if (await goodNewsStore.removeComment(tx, id))
    await tx.publish(goodNews.withdrawGoodNewsComment(news, comment));
}
