import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { ReactNode } from 'react';
import { renderPage } from '../../testing/render-page.js';
import { AfterParty } from './after-party.js';
import { answerAfterParty } from './answer-after-party.js';
import { afterPartyFragment, planAfterParty } from './plan-after-party.js';

const user = () => userEvent.setup({ delay: null });

const person = (id: string, displayName: string) => ({ __typename: 'Member', id, displayName, kana: '' });

const [sato, yamada] = [person('mem_1', '佐藤 進'), person('mem_2', '山田 花子')];

describe('what comes after the meeting', () => {
  const query = gql`
    query OneMeetingsParty {
      node(id: "mtg_1") {
        id
        ...AfterParty
      }
    }
    ${afterPartyFragment}
  `;
  const party = (changes: object = {}) => ({
    __typename: 'AfterParty',
    details: '居酒屋みなと',
    feeYen: 4000,
    viewerComes: null,
    version: 2,
    answers: [sato, yamada].map((member) => ({ __typename: 'AfterPartyAnswer', coming: null, member })),
    viewerCan: { __typename: 'AfterPartyAbilities', answer: true, answerForOthers: false },
    ...changes,
  });
  const meeting = (afterParty: object | null, edit = false) => ({
    __typename: 'Meeting',
    id: 'mtg_1',
    afterParty,
    viewerCan: { __typename: 'MeetingAbilities', edit },
  });
  function Screen(): ReactNode {
    const { data } = useQuery<{ node: Parameters<typeof AfterParty>[0]['meeting'] }>(query);
    return data ? (
      <main>
        <AfterParty meeting={data.node} />
        <p>ここまで</p>
      </main>
    ) : null;
  }
  const asked = (node: object) => ({ request: { query }, result: { data: { node } } });

  it('is answered by one tap, beside the meeting itself', async () => {
    const comes = party({
      viewerComes: true,
      answers: [sato, yamada].map((member, i) => ({
        __typename: 'AfterPartyAnswer',
        coming: i === 1 ? true : null,
        member,
      })),
    });
    const answered = {
      request: { query: answerAfterParty, variables: { id: 'mtg_1', coming: true, memberId: null } },
      result: { data: { answerAfterParty: meeting(comes) } },
    };
    const { container } = renderPage(<Screen />, { mocks: [asked(meeting(party())), answered as never] });
    await screen.findByText('会費 4,000円');
    await user().click(screen.getByRole('button', { name: '参加する' }));
    await screen.findByText('参加 1人');
    expect(screen.queryByText('佐藤 進')).toBeNull();
    expect(screen.queryByRole('button', { name: '懇親会の変更' })).toBeNull();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('does not exist for members until it is planned', async () => {
    renderPage(<Screen />, { mocks: [asked(meeting(null))] });
    await screen.findByText('ここまで');
    expect(screen.queryByText('懇親会')).toBeNull();
  });

  it('is planned with a fee typed as people type it', async () => {
    const input = { meetingId: 'mtg_1', details: '', feeYen: 4500, expectedVersion: 0 };
    const planned = {
      request: { query: planAfterParty, variables: { input } },
      result: { data: { planAfterParty: meeting(party({ details: null, feeYen: 4500 }), true) } },
    };
    renderPage(<Screen />, { mocks: [asked(meeting(null, true)), planned as never] });
    await user().click(await screen.findByRole('button', { name: '懇親会を入れる' }));
    await user().type(await screen.findByLabelText('会費(円・任意)'), '4,500円');
    await user().click(screen.getByRole('button', { name: '保存' }));
    await screen.findByText('会費 4,500円');
  });
});
