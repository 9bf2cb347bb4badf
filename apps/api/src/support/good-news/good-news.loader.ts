import { goodNewsLimits, type GoodNewsCommentId, type GoodNewsId } from '@yoriai/domain/support';
import type { Page } from '../../platform/graphql/connection.js';
import { defineLoader, groupRows } from '../../platform/graphql/loader.js';
import { goodNewsStore } from './good-news.store.js';

export const goodNewsById = defineLoader('goodNewsById', (tx, ids: readonly GoodNewsId[]) =>
  goodNewsStore.byIds(tx, ids),
);
export const goodNewsCommentById = defineLoader(
  'goodNewsCommentById',
  (tx, ids: readonly GoodNewsCommentId[]) => goodNewsStore.commentsByIds(tx, ids),
);
/** One more than is shown, to know whether there are others. */
export const reactionsToNews = defineLoader('reactionsToNews', async (tx, ids: readonly GoodNewsId[]) =>
  groupRows(await goodNewsStore.reactions(tx, ids, goodNewsLimits.names + 1), ({ goodNewsId }) => goodNewsId),
);
/** The same page of the comments on many pieces of news; later pages come alone. */
export const commentsOnNews = (page: Page) =>
  defineLoader(
    `commentsOnNews ${page.first} ${page.after?.join() ?? ''}`,
    async (tx, ids: readonly GoodNewsId[]) =>
      groupRows(await goodNewsStore.comments(tx, ids, page), ({ goodNewsId }) => goodNewsId),
  );
