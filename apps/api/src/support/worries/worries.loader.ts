import type { GroupId, Instant } from '@yoriai/domain/kernel';
import type { SupportRequestId, WorryId } from '@yoriai/domain/support';
import type { Page } from '../../platform/graphql/connection.js';
import { defineLoader, groupRows } from '../../platform/graphql/loader.js';
import { worriesStore } from './worries.store.js';

export const worryById = defineLoader('worryById', (tx, ids: readonly WorryId[]) =>
  worriesStore.byIds(tx, ids),
);
export const worriesOfRequest = defineLoader(
  'worriesOfRequest',
  async (tx, ids: readonly SupportRequestId[]) =>
    groupRows(await worriesStore.ofRequests(tx, ids), ({ requestId }) => requestId),
);
/** The same page of the worries told in many groups. */
export const worriesOfGroup = (since: Instant, page: Page) =>
  defineLoader(
    `worriesOfGroup ${since.toISOString()} ${page.first} ${page.after?.join() ?? ''}`,
    async (tx, ids: readonly GroupId[]) =>
      new Map(
        await Promise.all(
          ids.map(async (id) => [id, await worriesStore.ofGroup(tx, id, since, page)] as const),
        ),
      ),
  );
