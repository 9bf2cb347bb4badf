import type { GroupId } from '@yoriai/domain/kernel';
import {
  hidesAmong,
  type SupportOfferId,
  type SupportReplyId,
  type SupportRequestId,
} from '@yoriai/domain/support';
import { groupById } from '../../groups/group/groups.loader.js';
import { found } from '../../platform/errors/must.js';
import type { Page } from '../../platform/graphql/connection.js';
import { defineLoader, groupRows } from '../../platform/graphql/loader.js';
import { supportStore } from './support-requests.store.js';
import { thanksStore } from '../thanks/thanks.store.js';

export const supportRequestById = defineLoader('supportRequestById', (tx, ids: readonly SupportRequestId[]) =>
  supportStore.byIds(tx, ids),
);
export const supportReplyById = defineLoader('supportReplyById', (tx, ids: readonly SupportReplyId[]) =>
  supportStore.repliesByIds(tx, ids),
);
export const supportOfferById = defineLoader('supportOfferById', (tx, ids: readonly SupportOfferId[]) =>
  supportStore.offersByIds(tx, ids),
);
export const reasonOfOffer = defineLoader('reasonOfOffer', (tx, ids: readonly SupportOfferId[]) =>
  supportStore.reasonsOf(tx, ids),
);
export const offersOfRequest = defineLoader('offersOfRequest', async (tx, ids: readonly SupportRequestId[]) =>
  groupRows(await supportStore.offersOf(tx, ids), ({ requestId }) => requestId),
);
export const thanksOfRequest = defineLoader('thanksOfRequest', async (tx, ids: readonly SupportRequestId[]) =>
  groupRows(await thanksStore.of(tx, ids), ({ requestId }) => requestId),
);
/** The same page of the threads of many requests; a cursor names a place in one thread, so later pages come alone. */
export const repliesOfRequest = (page: Page) =>
  defineLoader(
    `repliesOfRequest ${page.first} ${page.after?.join() ?? ''}`,
    async (tx, ids: readonly SupportRequestId[]) =>
      groupRows(await supportStore.replies(tx, ids, page), ({ requestId }) => requestId),
  );
/** Among how many others of a group the viewer's name can hide. */
export const hidesAmongGroup = defineLoader('hidesAmongGroup', async (tx, ids: readonly GroupId[]) => {
  const groups = await groupById.batch(tx, ids);
  const peopleOf = (id: GroupId) => groups.get(id)?.memberships.map(({ memberId }) => memberId) ?? [];
  const readers = await supportStore.readers(tx, [...new Set(ids.flatMap(peopleOf))]);
  const byId = new Map(readers.map((reader) => [reader.memberId, reader]));
  const viewer = found(tx.viewer).memberId;
  const count = (id: GroupId) =>
    hidesAmong(
      peopleOf(id).flatMap((one) => byId.get(one) ?? []),
      viewer,
    );
  return new Map(ids.map((id) => [id, count(id)]));
});
