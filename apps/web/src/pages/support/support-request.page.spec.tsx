import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { LiveLines } from '../../testing/live-lines.js';
import { renderPage } from '../../testing/render-page.js';
import { privateNotes } from '../../support/private-notes/private-notes.js';
import { replyList } from '../../support/replies/reply-list.js';
import { SupportRequestPage, supportRequestPage } from './support-request.page.js';

const person = (n: number, displayName: string) => ({
  __typename: 'Member',
  id: `mem_${n}`,
  displayName,
  kana: null,
});
const can = { reply: true, offer: true, mute: true, worry: true, sendNote: false, askLeave: false };
const request = (changes: object = {}) => ({
  __typename: 'SupportRequest',
  id: 'srq_1',
  type: 'INFORMATIONAL',
  wanted: 'EXPERIENCE',
  title: '値上げの伝え方',
  body: '常連さんにどう伝えましたか。',
  status: 'OPEN',
  urgency: 'NORMAL',
  audience: 'GROUP',
  anonymous: false,
  mine: false,
  acceptsPaid: false,
  outcome: null,
  createdAt: new Date().toISOString(),
  version: 1,
  muted: false,
  worries: [],
  author: person(2, '佐藤 健'),
  group: { __typename: 'Group', id: 'grp_1', name: 'みなと水曜会' },
  thanks: [],
  adviceWaits: false,
  adviceWelcome: false,
  leaveAsked: false,
  viewerNudge: null,
  forAsker: null,
  offers: [],
  viewerCan: {
    __typename: 'SupportRequestAbilities',
    resolve: false,
    withdraw: false,
    edit: false,
    reveal: false,
    welcomeAdvice: false,
    ...can,
  },
  ...changes,
});
const reply = (n: number, body: string) => ({
  __typename: 'SupportReplyEdge',
  cursor: `c${n}`,
  node: {
    __typename: 'SupportReply',
    id: `srp_${n}`,
    byAsker: false,
    gives: 'INFORMATIONAL',
    body,
    createdAt: new Date(Date.now() + n).toISOString(),
    author: person(3, '鈴木 美咲'),
  },
});
const offer = {
  __typename: 'SupportOffer',
  id: 'sof_1',
  message: '一緒に考えます',
  terms: 'FREE',
  price: null,
  status: 'OFFERED',
  reason: null,
  createdAt: new Date().toISOString(),
  helper: person(3, '鈴木 美咲'),
};
const connection = (type: string, edges: object[], hasNextPage = false) => ({
  __typename: `${type}Connection`,
  edges,
  pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: null },
});
const variables = { id: 'srq_1' };

/** Each query is answered once: whatever is asked a second time fails on screen. */
function show(hasMore = false) {
  const lines = new LiveLines();
  renderPage(<SupportRequestPage />, {
    at: '/t/minato/support/srq_1',
    path: '/t/:tenant/support/:id',
    lines,
    mocks: [
      { request: { query: supportRequestPage, variables }, result: { data: { node: request() } }, delay: 0 },
      {
        request: { query: replyList, variables: { ...variables, after: null } },
        result: {
          data: { node: request({ replies: connection('SupportReply', [reply(1, '一つ目')], hasMore) }) },
        },
        delay: 0,
      },
      {
        request: { query: privateNotes, variables: { ...variables, after: null } },
        result: { data: { node: request({ privateNotes: connection('PrivateNote', []) }) } },
        delay: 0,
      },
    ],
  });
  const change = async (update: object): Promise<void> => {
    await screen.findByText('一つ目');
    const supportRequestUpdates = {
      __typename: 'SupportRequestUpdate',
      requestId: 'srq_1',
      request: null,
      answered: null,
      replies: [],
      offers: [],
      ...update,
    };
    act(() => lines.say('SupportRequestUpdates', { supportRequestUpdates }));
  };
  return { change, lines };
}
const nothingFailed = (): void => expect(screen.queryByRole('alert')).toBeNull();

describe('a request on screen', () => {
  it('shows a reply that comes, and reads nothing again for it', async () => {
    const { change, lines } = show();
    await change({ answered: request({ replyCount: 2 }), replies: [reply(2, '二つ目')] });
    await screen.findByText('二つ目');
    await change({ answered: request({ replyCount: 2 }), replies: [reply(2, '二つ目')] });
    expect(screen.getAllByText(/つ目$/).map((one) => one.textContent)).toEqual(['一つ目', '二つ目']);
    expect(lines.count('SupportRequestUpdates')).toBe(1);
    nothingFailed();
  });

  it('leaves a reply to the pages that are still to be asked for', async () => {
    const { change } = show(true);
    await change({
      answered: request({ replyCount: 52, offers: [offer] }),
      replies: [reply(52, '五十二')],
      offers: [offer],
    });
    await screen.findByText('一緒に考えます');
    expect(screen.queryByText('五十二')).toBeNull();
    expect(screen.getByRole('button', { name: 'もっと見る' })).toBeTruthy();
    nothingFailed();
  });

  it('shows an offer that comes, and takes away one that came to nothing', async () => {
    const { change } = show();
    await change({ answered: request({ replyCount: 1, offers: [offer] }), offers: [offer] });
    await screen.findByText('一緒に考えます');
    await change({ answered: request({ replyCount: 1 }) });
    await waitFor(() => expect(screen.queryByText('一緒に考えます')).toBeNull());
    nothingFailed();
  });

  it('shows that the words changed, and keeps what was said to them', async () => {
    const { change } = show();
    await change({ request: request({ title: '値上げの時期', version: 2 }) });
    await screen.findByRole('heading', { name: '値上げの時期' });
    expect(screen.getByText('一つ目')).toBeTruthy();
    nothingFailed();
  });
});
