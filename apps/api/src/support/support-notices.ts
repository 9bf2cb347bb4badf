import type { MemberId } from '@yoriai/domain/kernel';
import type { NoticeIds, SupportFacts } from '@yoriai/domain/notifications';
import type { SupportOfferId, SupportReplyId, SupportRequestId } from '@yoriai/domain/support';
import { describeNotices } from '../notifications/describe.js';
import { memberById } from '../people/people.loader.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { supportStore, type SeenRequest } from './support.store.js';

/** Whose name the words say, as far as the reader may know it. */
type Whose = (request: SeenRequest, ids: NoticeIds) => MemberId | null;

const facts = async (
  tx: TenantTx,
  all: readonly NoticeIds[],
  whose: Whose,
): Promise<(SupportFacts | null)[]> => {
  const wanted = [...new Set(all.map((ids) => ids['requestId'] as SupportRequestId))];
  const requests = new Map((await supportStore.byIds(tx, wanted)).map((request) => [request.id, request]));
  const people = all.map((ids) => {
    const request = requests.get(ids['requestId'] as SupportRequestId);
    return request ? whose(request, ids) : null;
  });
  const members = await memberById.batch(tx, [...new Set(people.filter((id) => id !== null))]);
  return all.map((ids, i) => {
    const request = requests.get(ids['requestId'] as SupportRequestId);
    const person = people[i] ? (members.get(people[i])?.displayName ?? null) : null;
    return request ? { type: request.type, title: request.title, person } : null;
  });
};

describeNotices(
  [
    'support.posted',
    'support.offer-accepted',
    'support.offer-declined',
    'support.thanks',
    'support.resolved',
    'support.expiring',
  ],
  (tx, all) => facts(tx, all, (request) => request.askerId),
);

describeNotices(['support.reply'], async (tx, all) => {
  const ids = all.map(({ replyId }) => replyId as SupportReplyId);
  const authors = new Map(
    (await supportStore.repliesByIds(tx, ids)).map(({ id, authorId }) => [id, authorId]),
  );
  return facts(tx, all, (_request, { replyId }) => authors.get(replyId as SupportReplyId) ?? null);
});

describeNotices(['support.offer'], async (tx, all) => {
  const ids = all.map(({ offerId }) => offerId as SupportOfferId);
  const helpers = new Map(
    (await supportStore.offersByIds(tx, ids)).map(({ id, helperId }) => [id, helperId]),
  );
  return facts(tx, all, (_request, { offerId }) => helpers.get(offerId as SupportOfferId) ?? null);
});
