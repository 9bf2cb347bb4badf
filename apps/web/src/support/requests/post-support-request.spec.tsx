import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/render-page.js';
import { PostSupportRequest, postSupportRequest } from './post-support-request.js';

const people = ['佐藤 健一', '鈴木 美咲', '高橋 直樹', '伊藤 由美', '渡辺 千尋', '中村 玲子'];
const group = (others: number, hidesAmong = others) => ({
  id: 'grp_1',
  hidesAmong,
  name: 'みなと水曜会',
  others: people.slice(0, others).map((displayName, i) => ({ id: `mem_${i + 2}`, displayName })),
});
const onDone = jest.fn();
const page = (others = 5, hidesAmong = others) => (
  <PostSupportRequest groups={[group(others, hidesAmong)]} initialGroupId={null} onDone={onDone} />
);
const body = () => screen.getByLabelText(/いまこまっていること/);

beforeEach(() => {
  localStorage.clear();
  onDone.mockClear();
});

describe('asking for support', () => {
  it('proposes kind and title from what was written, and lets both be changed', async () => {
    renderPage(page());
    await userEvent.type(body(), '補助金の申請の手順を教えてください。');
    await userEvent.click(screen.getByLabelText('経験を知りたい'));
    expect(screen.getByLabelText<HTMLSelectElement>('種類').value).toBe('INFORMATIONAL');
    expect(screen.getByLabelText<HTMLInputElement>(/^題/).value).toBe('補助金の申請の手順を教えてください');
    await userEvent.selectOptions(screen.getByLabelText('種類'), '手を借りたい');
    expect(screen.getByLabelText<HTMLSelectElement>('種類').value).toBe('INSTRUMENTAL');
  });

  it('asks only for what is on screen when nothing was written', async () => {
    renderPage(page());
    await userEvent.click(screen.getByRole('button', { name: '相談を出す' }));
    screen.getByText('いまこまっていることを入力してください');
    expect(screen.queryByText('題を入力してください')).toBeNull();
    await userEvent.type(body(), '人手が足りません');
    expect(screen.queryByText('題を入力してください')).toBeNull();
  });

  it('says by name who will read it', () => {
    renderPage(page(2));
    screen.getByText('2人が読みます: 佐藤 健一、鈴木 美咲');
  });

  it('is honest about being anonymous among a few', async () => {
    renderPage(page(5));
    await userEvent.click(screen.getByLabelText('名前を出さずに相談する'));
    screen.getByText('6人の中での匿名です。内容や書き方から分かることがあります');
  });

  it('counts those alone who can read it today, as the server does', async () => {
    renderPage(page(6, 4));
    await userEvent.click(screen.getByLabelText('名前を出さずに相談する'));
    screen.getByText('5人の中での匿名です。内容や書き方から分かることがあります');
  });

  it('does not pretend to hide a name among too few', async () => {
    renderPage(page(3));
    await userEvent.type(body(), '聞いてください');
    await userEvent.click(screen.getByLabelText('名前を出さずに相談する'));
    screen.getByText(/読む人がほかに3人だけなので、名前を伏せられません/);
    await userEvent.click(screen.getByRole('button', { name: '相談を出す' }));
    expect(onDone).not.toHaveBeenCalled();
  });

  it('gently shows whom to call when an asker writes as if in danger, and still lets them post', async () => {
    renderPage(page());
    await userEvent.type(body(), 'もう消えてしまいたい');
    screen.getByRole('link', { name: '相談窓口を見る' });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '相談を出す' }).disabled).toBe(false);
  });

  it('posts what stands on the screen', async () => {
    const seen: unknown[] = [];
    const mocks = [
      {
        request: { query: postSupportRequest, variables: (given: unknown) => seen.push(given) > 0 },
        result: {
          data: { postSupportRequest: { __typename: 'SupportRequest', id: 'srq_1' } },
        },
      },
    ];
    renderPage(page(), { mocks });
    await userEvent.type(body(), '眠れない夜が続いています');
    await userEvent.click(screen.getByRole('button', { name: '相談を出す' }));
    await waitFor(() => expect(onDone).toHaveBeenCalledWith('srq_1'));
    expect(seen[0]).toMatchObject({
      input: {
        groupId: 'grp_1',
        audience: 'GROUP',
        wanted: 'LISTEN',
        type: 'EMOTIONAL',
        title: '眠れない夜が続いています',
        anonymous: false,
        chosenMemberIds: null,
      },
    });
  });

  it('is accessible', async () => {
    const { container } = renderPage(page());
    await userEvent.type(body(), '相談');
    await userEvent.click(screen.getByLabelText('名前を出さずに相談する'));
    expect((await axe(container)).violations).toEqual([]);
  });
});
