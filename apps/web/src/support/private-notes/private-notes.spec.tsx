import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { silence } from '../../testing/answers.js';
import { renderPage } from '../../testing/render-page.js';
import { PrivateNotes, privateNotes, privateNotesChanged } from './private-notes.js';
import { ReplyToSupportRequest } from '../replies/reply-to-support-request.js';
import { SimilarRequests, similarRequests } from '../requests/similar-requests.js';
import { Worry, tellOfWorry } from '../worries/tell-of-worry.js';

beforeEach(() => localStorage.clear());

describe('a reply to somebody who wants to be heard', () => {
  const request = {
    ...{ id: 'srq_1', title: '眠れない夜', body: '聞いてください', mine: false, anonymous: true },
    ...{ type: 'EMOTIONAL' as const, adviceWaits: true, adviceWelcome: false, leaveAsked: false },
    viewerCan: { welcomeAdvice: false, askLeave: true },
  };
  const kind = () => screen.getByLabelText<HTMLSelectElement>('どんな返事ですか');

  it('is encouragement unless something else is chosen, and advice waits', async () => {
    renderPage(<ReplyToSupportRequest request={request} />);
    expect(kind().value).toBe('EMOTIONAL');
    screen.getByRole('button', { name: 'アドバイスしてもいいですか' });
    await userEvent.type(screen.getByLabelText(/返事を書く/), 'こうしたら');
    await userEvent.selectOptions(kind(), '率直な意見');
    await userEvent.click(screen.getByRole('button', { name: '返事を送る' }));
    screen.getByText(/アドバイスは、相談した人が望んでから送れます/);
  });

  it('says when advice was asked about, and when it is welcome', () => {
    renderPage(<ReplyToSupportRequest request={{ ...request, leaveAsked: true }} />);
    screen.getByText(/アドバイスしてもよいか、たずねました/);
    expect(screen.queryByRole('button', { name: 'アドバイスしてもいいですか' })).toBeNull();
    renderPage(<ReplyToSupportRequest request={{ ...request, adviceWaits: false, adviceWelcome: true }} />);
    screen.getByText('アドバイスも聞きたいそうです。');
  });
});

describe('この人が心配', () => {
  it('says what to say and whom to call, and tells the facilitators alone', async () => {
    const sent: unknown[] = [];
    const mocks = [
      {
        request: { query: tellOfWorry, variables: (given: unknown) => sent.push(given) > 0 },
        result: { data: { tellOfWorry: true } },
      },
    ];
    const { baseElement } = renderPage(<Worry requestId="srq_1" name="佐藤 健一" canTell />, { mocks });
    await userEvent.click(screen.getByRole('button', { name: 'この人が心配' }));
    const dialog = await screen.findByRole('dialog', { name: '佐藤 健一 さんが心配' });
    within(dialog).getByRole('link', { name: '119に電話' });
    within(dialog).getByText('言わないようにすること');
    expect((await axe(baseElement)).violations).toEqual([]);
    await userEvent.type(within(dialog).getByLabelText('気がかりなこと(任意)'), '声が小さい');
    await userEvent.click(within(dialog).getByRole('button', { name: '進行役だけに伝える' }));
    await waitFor(() =>
      expect(sent[0]).toMatchObject({ input: { requestId: 'srq_1', replyId: null, note: '声が小さい' } }),
    );
  });

  it('about somebody unnamed, where no facilitator reads, gives the numbers all the same', async () => {
    renderPage(<Worry requestId="srq_1" name={null} canTell={false} />);
    await userEvent.click(screen.getByRole('button', { name: 'この人が心配' }));
    const dialog = await screen.findByRole('dialog', { name: '相談した人が心配' });
    within(dialog).getByRole('link', { name: '相談窓口を見る' });
    expect(within(dialog).queryByRole('button', { name: '進行役だけに伝える' })).toBeNull();
  });
});

describe('similar requests', () => {
  it('appear when the writer pauses, with what came of them', async () => {
    const found = {
      ...{
        __typename: 'SupportRequest',
        id: 'srq_2',
        title: '無断キャンセルを減らしたい',
        status: 'RESOLVED',
      },
      ...{ outcome: '前日の確認で半分になりました。', replyCount: 2 },
    };
    const mocks = [
      {
        request: { query: similarRequests, variables: { text: '無断キャンセルが続いて困っています' } },
        result: { data: { similarRequests: [found] } },
      },
    ];
    renderPage(<SimilarRequests text="無断キャンセルが続いて困っています" />, { mocks });
    await screen.findByRole('link', { name: '無断キャンセルを減らしたい' });
    screen.getByText('その後: 前日の確認で半分になりました。');
  });

  it('are not looked for in a word or two', () => {
    renderPage(<SimilarRequests text="困った" />);
    expect(screen.queryByText('似た相談がありました')).toBeNull();
  });
});

describe('private notes', () => {
  const person = (id: string, displayName: string) => ({ __typename: 'Member', id, displayName });
  const note = (id: string, byAsker: boolean, reader: ReturnType<typeof person>, body: string) => ({
    ...{ __typename: 'PrivateNote', id, byAsker, body, createdAt: '2026-11-20T10:00:00.000Z' },
    ...{ reader, author: byAsker ? null : reader },
  });
  const answer = (notes: ReturnType<typeof note>[]) => ({
    request: { query: privateNotes, variables: { id: 'srq_1', after: null } },
    result: {
      data: {
        node: {
          ...{ __typename: 'SupportRequest', id: 'srq_1' },
          privateNotes: {
            __typename: 'PrivateNoteConnection',
            edges: notes.map((node) => ({ __typename: 'PrivateNoteEdge', cursor: node.id, node })),
            pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          },
        },
      },
    },
  });
  const sato = person('mem_2', '佐藤 健一');
  const suzuki = person('mem_3', '鈴木 美咲');
  const request = (mine: boolean) => ({
    ...{ id: 'srq_1', mine, anonymous: true },
    viewerCan: { sendNote: !mine },
  });

  it('stand in one thread for each who wrote to the asker, who stays unnamed', async () => {
    const notes = [note('pnt_1', false, sato, 'お手紙です'), note('pnt_2', false, suzuki, '私からも')];
    renderPage(<PrivateNotes request={request(true)} />, {
      mocks: [silence(privateNotesChanged), answer(notes)],
    });
    const thread = await screen.findByRole('article', { name: '佐藤 健一 さんとの手紙' });
    within(thread).getByText('お手紙です');
    expect(within(thread).queryByText('私からも')).toBeNull();
    within(thread).getByLabelText(/佐藤 健一 さんへの返事/);
    expect(screen.getAllByText('あなたの名前は、返事を書いても伝わりません。')).toHaveLength(2);
  });

  it('begin with one tap for a reader, and name no unnamed asker', async () => {
    renderPage(<PrivateNotes request={request(false)} />, {
      mocks: [
        silence(privateNotesChanged),
        answer([note('pnt_1', false, sato, 'どうぞ'), note('pnt_2', true, sato, 'ありがとう')]),
      ],
    });
    await screen.findByText('ありがとう');
    screen.getByText('相談した人');
  });
});
