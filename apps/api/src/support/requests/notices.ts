import type { MemberId } from '@yoriai/domain/kernel';
import type { NoticeIds, SupportFacts } from '@yoriai/domain/notifications';
import type {
  PrivateNoteId,
  SupportOfferId,
  SupportReplyId,
  SupportRequestId,
  WorryId,
} from '@yoriai/domain/support';
import { describeNotices } from '../../notifications/describe.js';
import { memberById } from '../../people/members/people.loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { mutesStore } from '../mutes/mutes.store.js';
import { privateNotesStore } from '../private-notes/private-notes.store.js';
import { supportStore, type SeenRequest } from './support-requests.store.js';
import { worriesStore } from '../worries/worries.store.js';

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
    'support.leave-asked',
    'support.advice-welcomed',
  ],
  (tx, all) => facts(tx, all, (request) => request.askerId),
);

/** A reply, offer or note that its reader may see no longer, or does not want to see, has no words. */
const factsOfSeen = async <Said extends { readonly id: string }>(
  tx: TenantTx,
  all: readonly NoticeIds[],
  said: readonly Said[],
  idOf: (ids: NoticeIds) => string | undefined,
  whose: (said: Said, request: SeenRequest) => MemberId | null,
): Promise<(SupportFacts | null)[]> => {
  const known = new Map(said.map((one) => [one.id, one]));
  const seenOf = (ids: NoticeIds) => known.get(idOf(ids) ?? '');
  const words = await facts(tx, all, (request, ids) => {
    const one = seenOf(ids);
    return one ? whose(one, request) : null;
  });
  return words.map((one, i) => (seenOf(all[i]!) ? one : null));
};

describeNotices(['support.reply'], async (tx, all) => {
  const replies = await supportStore.repliesByIds(
    tx,
    all.map(({ replyId }) => replyId as SupportReplyId),
  );
  return factsOfSeen(
    tx,
    all,
    replies,
    ({ replyId }) => replyId,
    ({ authorId }) => authorId,
  );
});

describeNotices(['support.offer'], async (tx, all) => {
  const offers = await supportStore.offersByIds(
    tx,
    all.map(({ offerId }) => offerId as SupportOfferId),
  );
  const helpers = offers.map(({ helperId }) => helperId);
  const muted = tx.viewer ? await mutesStore.mutedAmong(tx, tx.viewer.memberId, helpers) : new Map();
  return factsOfSeen(
    tx,
    all,
    offers.filter(({ helperId }) => !muted.has(helperId)),
    ({ offerId }) => offerId,
    ({ helperId }) => helperId,
  );
});

describeNotices(['support.note'], async (tx, all) => {
  const notes = await privateNotesStore.byIds(
    tx,
    all.map(({ noteId }) => noteId as PrivateNoteId),
  );
  return factsOfSeen(
    tx,
    all,
    notes,
    ({ noteId }) => noteId,
    ({ byAsker, readerId }, { askerId }) => (byAsker ? askerId : readerId),
  );
});

describeNotices(['support.worry'], async (tx, all) => {
  const worries = await worriesStore.byIds(
    tx,
    all.map(({ worryId }) => worryId as WorryId),
  );
  return factsOfSeen(
    tx,
    all,
    worries,
    ({ worryId }) => worryId,
    () => null,
  );
});
