import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { ReactNode } from 'react';
import { renderPage } from '../../testing/render-page.js';
import { Minutes, minutesFragment } from './minutes.js';
import { CorrectMinutes, correctMinutes } from './correct-minutes.js';

const query = gql`
  query OneMinutes {
    node(id: "mtg_1") {
      id
      ...MinutesSheet
    }
  }
  ${minutesFragment}
`;
const sato = { __typename: 'Member', id: 'mem_2', displayName: '佐藤 進' };
const meeting = (changes: object = {}) => ({
  __typename: 'Meeting',
  id: 'mtg_1',
  group: { __typename: 'Group', id: 'grp_1', name: '水曜会' },
  minutes: {
    __typename: 'Minutes',
    title: '月次レビュー',
    startsAtLocal: '2026-11-11T19:00:00',
    timeZone: 'Asia/Tokyo',
    place: '産業会館',
    present: 5,
    invited: 7,
    decisions: ['会費は据え置き'],
    made: [
      {
        __typename: 'MinutesCommitment',
        owner: '山田 花子',
        statement: '見積書をつくる',
        dueOn: '2026-12-09',
      },
    ],
    settled: [],
    edition: 1,
    sealedAt: '2026-11-11T12:00:00Z',
    sealedBy: sato,
    hash: 'abc123',
    intact: true,
    corrections: [],
    ...changes,
  },
});
const asked = (changes?: object) => ({ request: { query }, result: { data: { node: meeting(changes) } } });
function Screen(): ReactNode {
  const { data } = useQuery<{ node: Parameters<typeof Minutes>[0]['meeting'] }>(query);
  return data ? (
    <>
      <Minutes meeting={data.node} />
      <CorrectMinutes meetingId="mtg_1" />
    </>
  ) : null;
}
const show = (...mocks: object[]) => renderPage(<Screen />, { mocks: mocks as never });

afterEach(() => localStorage.clear());

describe('minutes', () => {
  it('hold decisions and next steps with who and by when, and who sealed them', async () => {
    const { container } = show(asked());
    await screen.findByText('会費は据え置き');
    screen.getByText('山田 花子: 見積書をつくる (12月9日(水)まで)');
    screen.getByText('出席 5人(グループ 7人)');
    screen.getByText(/佐藤 進 さんが確定/);
    screen.getByText('確定したときのままです。');
    expect(screen.queryByText(/第.版/)).toBeNull();
    within(screen.getByRole('region', { name: '前回からのふりかえり' })).getByText('なし');
    expect((await axe(container)).violations).toEqual([]);
  });

  it('say when no attendee was marked as there, when they were sealed again, and when they were tampered with', async () => {
    show(asked({ present: null, edition: 2, intact: false }));
    await screen.findByText('グループ 7人');
    screen.getByText(/第2版/);
    screen.getByText(/確定したときと内容が違います/);
  });

  it('are corrected below, and stay as they are', async () => {
    const correction = {
      __typename: 'MinutesCorrection',
      id: 'cor_1',
      text: '正しくは来月です',
      at: '2026-11-12T01:00:00Z',
      author: sato,
    };
    const sent = {
      request: { query: correctMinutes, variables: () => true },
      result: { data: { correctMinutes: meeting({ corrections: [correction] }) } },
    };
    show(asked(), sent);
    await userEvent.type(await screen.findByLabelText(/訂正を書き足す/), '正しくは来月です');
    await userEvent.click(screen.getByRole('button', { name: '訂正を追加' }));
    const below = await screen.findByRole('region', { name: '訂正' });
    within(below).getByText(/正しくは来月です \(佐藤 進, /);
    screen.getByText('会費は据え置き');
    expect(screen.getByLabelText<HTMLTextAreaElement>(/訂正を書き足す/).value).toBe('');
  });
});
