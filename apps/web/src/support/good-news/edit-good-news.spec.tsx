import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { Comments, goodNewsComments, withdrawComment } from './comments.js';
import { EditGoodNews, editGoodNews } from './edit-good-news.js';

beforeEach(() => localStorage.clear());

describe('good news in other words', () => {
  const news = { id: 'gnw_1', body: '契約が決まりました', version: 2 };
  const open = async (): Promise<HTMLElement> => {
    await userEvent.click(screen.getByRole('button', { name: '書き直す' }));
    return screen.findByRole('dialog', { name: '報告を書き直す' });
  };

  it('begin with what stands there, and carry the version that was read', async () => {
    const sent: unknown[] = [];
    const saved = { __typename: 'GoodNews', ...news, body: '契約が二つ決まりました', version: 3 };
    renderPage(<EditGoodNews news={news} />, {
      mocks: [
        {
          request: { query: editGoodNews, variables: (given: unknown) => sent.push(given) > 0 },
          result: { data: { editGoodNews: saved } },
        },
      ],
    });
    const dialog = await open();
    const box = within(dialog).getByLabelText<HTMLTextAreaElement>(/うれしかったこと/);
    expect(box.value).toBe('契約が決まりました');
    await userEvent.clear(box);
    await userEvent.click(within(dialog).getByRole('button', { name: '保存' }));
    expect(sent).toEqual([]);
    await userEvent.type(box, '契約が二つ決まりました');
    await userEvent.click(within(dialog).getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(sent[0]).toEqual({
        input: { goodNewsId: 'gnw_1', body: '契約が二つ決まりました', expectedVersion: 2 },
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('say when somebody was faster, and lose nothing that was typed', async () => {
    renderPage(<EditGoodNews news={news} />, {
      mocks: [
        {
          request: { query: editGoodNews, variables: () => true },
          result: {
            errors: [{ message: 'CONFLICT', extensions: { code: 'CONFLICT', params: { version: 3 } } }],
          },
        },
      ],
    });
    const dialog = await open();
    const box = within(dialog).getByLabelText<HTMLTextAreaElement>(/うれしかったこと/);
    await userEvent.type(box, '。うれしいです');
    await userEvent.click(within(dialog).getByRole('button', { name: '保存' }));
    await within(dialog).findByText(/先に変更しました/);
    expect(box.value).toBe('契約が決まりました。うれしいです');
  });
});

describe('a word to it', () => {
  const word = (id: string, mine: boolean, body: string) => ({
    ...{ __typename: 'GoodNewsComment', id, mine, body, createdAt: '2026-11-20T10:00:00.000Z' },
    author: { __typename: 'Member', id: `mem_${id}`, displayName: '佐藤 健一', kana: null },
  });
  const list = (words: ReturnType<typeof word>[]) => ({
    request: { query: goodNewsComments, variables: { id: 'gnw_1', after: null } },
    result: {
      data: {
        node: {
          ...{ __typename: 'GoodNews', id: 'gnw_1' },
          comments: {
            __typename: 'GoodNewsCommentConnection',
            edges: words.map((node) => ({ __typename: 'GoodNewsCommentEdge', cursor: node.id, node })),
            pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          },
        },
      },
    },
  });

  it('is taken back by whoever wrote it, after a question, and is gone', async () => {
    const [other, own] = [word('1', false, 'おめでとう'), word('2', true, '言いすぎました')];
    renderPage(<Comments goodNewsId="gnw_1" mayComment={false} />, {
      mocks: [
        list([other, own]),
        list([other]),
        {
          request: { query: withdrawComment, variables: { commentId: '2' } },
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
