import type { SupportReplyId, SupportRequestId } from '@yoriai/domain/support';
import type { Page } from '../../platform/graphql/connection.js';
import { defineLoader, groupRows } from '../../platform/graphql/loader.js';
import { repliesStore } from './replies.store.js';

export const supportReplyById = defineLoader('supportReplyById', (tx, ids: readonly SupportReplyId[]) =>
  repliesStore.byIds(tx, ids),
);
/** The same page of the threads of many requests; a cursor names a place in one thread, so later pages come alone. */
export const repliesOfRequest = (page: Page) =>
  defineLoader(
    `repliesOfRequest ${page.first} ${page.after?.join() ?? ''}`,
    async (tx, ids: readonly SupportRequestId[]) =>
      groupRows(await repliesStore.ofRequests(tx, ids, page), ({ requestId }) => requestId),
  );
