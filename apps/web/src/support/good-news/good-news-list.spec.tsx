import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { silence } from '../../testing/answers.js';
import { renderPage } from '../../testing/render-page.js';
import { GoodNewsList, goodNewsList, goodNewsListChanged } from './good-news-list.js';
import { PostGoodNews, postGoodNews } from './post-good-news.js';

const member = (id: string, displayName: string) => ({ __typename: 'Member', id, displayName, kana: null });
const one = {
  __typename: 'GoodNews',
  id: 'gnw_1',
  audience: 'GROUP',
  body: '契約が決まりました',
  mine: false,
  createdAt: '2026-11-20T10:00:00.000Z',
  author: member('mem_2', '佐藤 健一'),
  group: { __typename: 'Group', id: 'grp_1', name: 'みなと水曜会' },
  reactions: [
    {
      __typename: 'GoodNewsReaction',
      kind: 'CONGRATULATIONS',
      mine: true,
      more: true,
      from: [member('mem_1', '山田 花子'), member('mem_3', '鈴木 美咲')],
    },
    { __typename: 'GoodNewsReaction', kind: 'THANKS', mine: false, more: false, from: [] },
  ],
  viewerCan: { __typename: 'GoodNewsAbilities', react: true, comment: true, withdraw: false },
};
const list = (nodes: (typeof one)[]) => ({
  request: { query: goodNewsList, variables: { after: null } },
  result: {
    data: {
      goodNews: {
        __typename: 'GoodNewsConnection',
        edges: nodes.map((node) => ({ __typename: 'GoodNewsEdge', cursor: node.id, node })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    },
  },
  maxUsageCount: 5,
});

describe('good news', () => {
  it('show who congratulated, and no number', async () => {
    const { container } = renderPage(<GoodNewsList />, {
      mocks: [silence(goodNewsListChanged), list([one])],
    });
    await screen.findByText('契約が決まりました');
    screen.getByText('おめでとう: 山田 花子、鈴木 美咲 ほか');
    expect(screen.getByRole('button', { name: 'おめでとう' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('button', { name: 'ありがとう' }).getAttribute('aria-pressed')).toBe('false');
    expect(container.textContent).not.toMatch(/\d+\s*(件|人)/);
    expect((await axe(container)).violations).toEqual([]);
  });

  it('begin with one box, and go to the group', async () => {
    const sent: unknown[] = [];
    const mocks = [
      list([]),
      {
        request: { query: postGoodNews, variables: (given: unknown) => sent.push(given) > 0 },
        result: { data: { postGoodNews: { __typename: 'GoodNews', id: 'gnw_2' } } },
      },
    ];
    renderPage(<PostGoodNews groups={[{ id: 'grp_1', name: 'みなと水曜会' }]} />, { mocks });
    await userEvent.type(screen.getByLabelText(/うれしかったこと/), '十周年です');
    await userEvent.click(screen.getByRole('button', { name: '報告する' }));
    await waitFor(() =>
      expect(sent[0]).toMatchObject({
        input: { body: '十周年です', audience: 'GROUP', groupId: 'grp_1' },
      }),
    );
  });
});
