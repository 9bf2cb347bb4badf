import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { words, type Crowd } from './crowd.factory.js';
import { findSimilar } from './similar-requests.js';
import { supportRequestsStore, type RequestFilter } from './support-requests.store.js';
import { thanksStore } from '../thanks/thanks.store.js';
import { repliesStore } from '../replies/replies.store.js';
import { offersStore } from '../offers/offers.store.js';

export type Reading = (tx: TenantTx) => Promise<unknown>;

const all: RequestFilter = { groupId: null, types: null, statuses: null };
/** What a member is writing: eight words, some of them common. */
const drafted =
  '来月から仕入れ値が上がると問屋に言われました。値上げをお客さまにどう伝えたらいいか、家賃や電気代も上がっていて、相続した店なので迷っています。';
const page = { first: 20, after: null };

export const searchedWords = {
  'search, a common word': words.common,
  'search, a seldom word': words.seldom,
  'search, a word of one text': words.once,
  'search, a single character': '値',
  'search, a word of no text': '温泉旅館',
} as const;

/** What members look at, through the stores: must cost the same however large the tenant has grown. */
export function readings({ groupId, thread }: Crowd): Readonly<Record<string, Reading>> {
  const found = (word: string) => (tx: TenantTx) => supportRequestsStore.search(tx, all, page, word);
  return {
    list: (tx) => supportRequestsStore.newest(tx, all, page),
    'list, a later page': async (tx) => {
      const { createdAt, id } = (await supportRequestsStore.newest(tx, all, page))[19]!;
      return supportRequestsStore.newest(tx, all, { first: 20, after: [createdAt.toISOString(), id] });
    },
    'list of one group': (tx) => supportRequestsStore.newest(tx, { ...all, groupId }, page),
    'list of one type': (tx) => supportRequestsStore.newest(tx, { ...all, types: ['EMOTIONAL'] }, page),
    'list of one state': (tx) => supportRequestsStore.newest(tx, { ...all, statuses: ['WITHDRAWN'] }, page),
    'list of one state and type': (tx) =>
      supportRequestsStore.newest(tx, { ...all, types: ['EMOTIONAL'], statuses: ['WITHDRAWN'] }, page),
    'list of my own': (tx) => supportRequestsStore.mine(tx, all, page),
    'list for me': (tx) => supportRequestsStore.forMe(tx, all, page),
    thread: async (tx) => {
      await supportRequestsStore.byIds(tx, [thread]);
      await repliesStore.ofRequests(tx, [thread], page);
      await offersStore.ofRequests(tx, [thread]);
      await thanksStore.of(tx, [thread]);
    },
    'similar requests while typing': (tx) => findSimilar(tx, drafted, null),
    ...Object.fromEntries(Object.entries(searchedWords).map(([name, word]) => [name, found(word)])),
  };
}
