import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { silence } from '../../testing/answers.js';
import { renderPage } from '../../testing/render-page.js';
import { PrivateNotes, privateNotes, privateNotesChanged } from './private-notes.js';

beforeEach(() => localStorage.clear());

describe('private notes', () => {
  const person = (id: string, displayName: string) => ({ __typename: 'Member', id, displayName });
  const note = (id: string, byAsker: boolean, reader: ReturnType<typeof person>, body: string) => ({
    __typename: 'PrivateNote',
    id,
    byAsker,
    body,
    createdAt: '2026-11-20T10:00:00.000Z',
    reader,
    author: byAsker ? null : reader,
  });
  const answer = (notes: ReturnType<typeof note>[]) => ({
    request: { query: privateNotes, variables: { id: 'srq_1', after: null } },
    result: {
      data: {
        node: {
          __typename: 'SupportRequest',
          id: 'srq_1',
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
    id: 'srq_1',
    mine,
    anonymous: true,
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
