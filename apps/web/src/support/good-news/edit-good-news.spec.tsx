import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
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

  it('say when another edit was faster, and lose nothing that was typed', async () => {
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
