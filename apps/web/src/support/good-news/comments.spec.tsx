import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { withdrawGoodNewsComment } from './withdraw-good-news-comment.js';
import { Comments, goodNewsComments } from './comments.js';

beforeEach(() => localStorage.clear());

describe('a word to it', () => {
  const word = (id: string, mine: boolean, body: string) => ({
    __typename: 'GoodNewsComment',
    id,
    mine,
    body,
    createdAt: '2026-11-20T10:00:00.000Z',
    author: { __typename: 'Member', id: `mem_${id}`, displayName: '佐藤 健一', kana: null },
  });
  const list = (words: ReturnType<typeof word>[]) => ({
    request: { query: goodNewsComments, variables: { id: 'gnw_1', after: null } },
    result: {
      data: {
        node: {
          __typename: 'GoodNews',
          id: 'gnw_1',
          comments: {
            __typename: 'GoodNewsCommentConnection',
            edges: words.map((node) => ({ __typename: 'GoodNewsCommentEdge', cursor: node.id, node })),
            pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          },
        },
      },
    },
  });

  it('is taken back by its writer, after a question, and is gone', async () => {
    const [other, own] = [word('1', false, 'おめでとう'), word('2', true, '言いすぎました')];
    renderPage(<Comments goodNewsId="gnw_1" mayComment={false} />, {
      mocks: [
        list([other, own]),
        list([other]),
        {
          request: { query: withdrawGoodNewsComment, variables: { commentId: '2' } },
          result: { data: { withdrawGoodNewsComment: true } },
        },
      ],
    });
    await screen.findByText('言いすぎました');
    await userEvent.click(screen.getByRole('button', { name: '消す' }));
    const dialog = await screen.findByRole('dialog', { name: 'ひとことを消す' });
    screen.getByText('言いすぎました');
    await userEvent.click(within(dialog).getByRole('button', { name: '消す' }));
    await waitFor(() => expect(screen.queryByText('言いすぎました')).toBeNull());
    screen.getByText('おめでとう');
  });
});
