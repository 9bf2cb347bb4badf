import type { CheckInId, RemarkId, TopicId } from '@yoriai/domain/meetings';
import type { Page } from '../../platform/graphql/connection.js';
import { defineLoader, groupRows } from '../../platform/graphql/loader.js';
import { remarksStore } from './remarks.store.js';

export const remarkById = defineLoader('remarkById', (tx, ids: readonly RemarkId[]) =>
  remarksStore.byIds(tx, ids),
);

/** The same page of the threads of many check-ins; a cursor names a place in one thread, so later pages come alone. */
export const remarksOfCheckIn = (page: Page) =>
  defineLoader(
    `remarksOfCheckIn ${page.first} ${page.after?.join() ?? ''}`,
    async (tx, ids: readonly CheckInId[]) =>
      groupRows(await remarksStore.page(tx, 'check_in_id', ids, page), ({ checkInId }) => checkInId!),
  );

export const remarksOfTopic = (page: Page) =>
  defineLoader(
    `remarksOfTopic ${page.first} ${page.after?.join() ?? ''}`,
    async (tx, ids: readonly TopicId[]) =>
      groupRows(await remarksStore.page(tx, 'topic_id', ids, page), ({ topicId }) => topicId!),
  );
