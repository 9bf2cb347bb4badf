import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { ReactNode } from 'react';
import { renderPage } from '../../testing/render-page.js';
import { acceptProposal } from './accept-proposal.js';
import { proposalListFragment } from './proposal-list-fragment.js';
import { ProposalList } from './proposal-list.js';
import { raiseConcern } from './raise-concern.js';
import { withdrawProposal } from './withdraw-proposal.js';

const query = gql`
  query ProposalsOfGroup {
    node(id: "grp_1") {
      id
      ...ProposalList
    }
  }
  ${proposalListFragment}
`;
const person = (n: number, displayName: string) => ({
  __typename: 'Member',
  id: `mem_${n}`,
  displayName,
  kana: null,
  businessName: '大野製麺所',
  industry: '製造業',
  prefecture: '石川県',
});
const may = (...acts: string[]) => ({
  __typename: 'ProposalAbilities',
  raiseConcern: acts.includes('raiseConcern'),
  accept: acts.includes('accept'),
  withdraw: acts.includes('withdraw'),
});
const proposal = (changes: object = {}) => ({
  __typename: 'MemberProposal',
  id: 'prp_1',
  kind: 'JOIN',
  role: 'MEMBER',
  deputy: false,
  takesPart: true,
  decidesAt: '2026-11-27T01:00:00Z',
  concernByViewer: false,
  concernUnheard: false,
  concerns: [],
  viewerCan: may('raiseConcern'),
  member: person(7, '大野 まゆみ'),
  proposedBy: person(1, '高橋 恵'),
  ...changes,
});
const group = (...proposals: object[]) => ({ __typename: 'Group', id: 'grp_1', proposals });
function Screen(): ReactNode {
  const { data } = useQuery<{ node: Parameters<typeof ProposalList>[0]['group'] }>(query);
  return data ? <ProposalList group={data.node} /> : null;
}
const show = async (proposals: object[], ...mocks: object[]) => {
  const answer = { request: { query }, result: { data: { node: group(...proposals) } } };
  const { container } = renderPage(<Screen />, { mocks: [answer, ...mocks] as never });
  await screen.findByRole('heading', { name: '提案' });
  return container;
};
const button = (name: string) => screen.queryByRole('button', { name });
const dialog = async () => within(await screen.findByRole('dialog'));

describe('a proposal', () => {
  it('of a new member says who they are, who proposes them and until when a worry can be told', async () => {
    const container = await show([proposal()]);
    screen.getByText('大野製麺所 ・ 製造業 ・ 石川県');
    screen.getByText('高橋 恵 さんの提案');
    screen.getByText(/^2026年11月27日\(金\).* に加わります。気になることがあれば/);
    expect(screen.queryByText(/宛先が変わりました|になる提案です/)).toBeNull();
    expect(button('提案のとおりにする')).toBeNull();
    expect(button('提案を取り下げる')).toBeNull();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('of another role says which, and that the role changes on that day', async () => {
    await show([proposal({ kind: 'ROLE', role: 'FACILITATOR', deputy: true })]);
    screen.getByText('副進行役になる提案です。');
    screen.getByText(/ に役割が変わります。/);
    expect(screen.queryByText(/ に加わります。/)).toBeNull();
  });

  it('of another address for an invitee says why all are asked again', async () => {
    await show([proposal({ kind: 'READDRESSED' })]);
    screen.getByText(/まだ受けられていない招待の宛先が変わりました/);
    screen.getByText(/ に加わります。/);
  });

  it('shows its concerns to those who may read them, with who is worried', async () => {
    const concern = {
      __typename: 'Concern',
      note: '同じ商店街の\n競合です',
      member: person(3, '鈴木 美咲'),
    };
    await show([proposal({ concerns: [concern], viewerCan: may('accept', 'withdraw') })]);
    const worry = screen.getByText('鈴木 美咲 さんの気がかり').parentElement!;
    expect(worry.textContent).toContain('同じ商店街の\n競合です');
    expect(button('気になることを伝える')).toBeNull();
  });

  it('takes a worry once, says who reads it, and then that it was told', async () => {
    const variables = { proposalId: 'prp_1', note: '取引先です' };
    await show([proposal()], {
      request: { query: raiseConcern, variables },
      result: { data: { raiseConcern: group(proposal({ concernByViewer: true })) } },
    });
    await userEvent.click(button('気になることを伝える')!);
    const asked = await dialog();
    asked.getByText('進行役だけが読みます。事務局には見えません。');
    await userEvent.type(asked.getByLabelText(/内容/), '取引先です');
    await userEvent.click(asked.getByRole('button', { name: '送信' }));
    await screen.findByText('気になることを伝えてあります。');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(button('気になることを伝える')).toBeNull();
  });

  it('asks for a worry anew where the facilitators it was told to are no more', async () => {
    await show([proposal({ concernByViewer: true, concernUnheard: true })]);
    screen.getByText(/前の進行役宛てでした/);
    expect(screen.queryByText('気になることを伝えてあります。')).toBeNull();
    expect(button('今の進行役に伝え直す')).not.toBeNull();
  });

  it('tells the others only that a worry has not arrived, not whose', async () => {
    await show([proposal({ concernUnheard: true })]);
    screen.getByText(/前の進行役に宛てた気がかりがあり/);
    expect(button('今の進行役に伝え直す')).toBeNull();
  });

  it('is decided by those who may, after a question, and is gone then', async () => {
    const role = { kind: 'ROLE', role: 'FACILITATOR', viewerCan: may('accept') };
    await show([proposal(role)], {
      request: { query: acceptProposal, variables: { proposalId: 'prp_1' } },
      result: { data: { acceptProposal: { ...group(), memberships: [] } } },
    });
    await userEvent.click(button('提案のとおりにする')!);
    const asked = await dialog();
    asked.getByText('大野 まゆみ さんの役割が「進行役」に変わります。');
    await userEvent.click(asked.getByRole('button', { name: '提案のとおりにする' }));
    await waitFor(() => expect(screen.queryByText('高橋 恵 さんの提案')).toBeNull());
  });

  it('is taken back after being asked; a refusal stays in sight', async () => {
    const refused = { message: 'x', extensions: { code: 'PROPOSAL_DECIDED' } };
    await show([proposal({ viewerCan: may('withdraw') })], {
      request: { query: withdrawProposal, variables: { proposalId: 'prp_1' } },
      result: { data: null, errors: [refused] },
    });
    await userEvent.click(button('提案を取り下げる')!);
    const asked = await dialog();
    asked.getByText('この提案を取り下げます。');
    await userEvent.click(asked.getByRole('button', { name: '提案を取り下げる' }));
    await asked.findByRole('alert');
    expect(screen.queryByText('高橋 恵 さんの提案')).not.toBeNull();
  });
});
