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
