import { describe, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { bringTopicBack, LookBack, lookBackQuery, undoLookBack } from './bring-topic-back.js';

const next = { nextId: 'mtg_2', nextStartsAt: new Date(Date.now() + 86_400_000).toISOString() };
const then = (changes: object = {}) => ({
  __typename: 'Meeting',
  id: 'mtg_1',
  timeZone: 'Asia/Tokyo',
  lookBacks: [
    {
      __typename: 'LookBack',
      topic: { __typename: 'Topic', id: 'top_1', title: '後継ぎのこと' },
      again: null,
      ...next,
      ...changes,
    },
  ],
});
const asked = (changes?: object) => ({
  request: { query: lookBackQuery, variables: { id: 'mtg_1' } },
  result: { data: { node: then(changes) } },
});
const again = { __typename: 'Topic', id: 'top_2' };
const show = (...mocks: object[]) => renderPage(<LookBack meetingId="mtg_1" />, { mocks: mocks as never });

describe('一年後の今日', () => {
  it('is brought to the next meeting by one tap, and taken back by another', async () => {
    const brought = {
      request: { query: bringTopicBack, variables: { id: 'top_1' } },
      result: { data: { bringTopicBack: then({ again }) } },
    };
    const undone = {
      request: { query: undoLookBack, variables: { id: 'top_2' } },
      result: { data: { withdrawTopic: true } },
    };
    show(asked(), brought, undone, asked());
    await screen.findByText(/「後継ぎのこと」を相談しました/);
    await userEvent.click(screen.getByRole('button', { name: '次の会で取り上げる' }));
    await screen.findByText(/次の会の相談テーマに入れました/);
    await userEvent.click(screen.getByRole('button', { name: '取り上げるのをやめる' }));
    await screen.findByRole('button', { name: '次の会で取り上げる' });
  });

  it('says so where no meeting is planned', async () => {
    show(asked({ nextId: null, nextStartsAt: null }));
    await screen.findByText('次の会の日が決まると、ここから取り上げられます。');
  });
});
