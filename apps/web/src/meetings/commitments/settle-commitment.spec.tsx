import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { ReactNode } from 'react';
import { renderPage } from '../../testing/render-page.js';
import { commitmentRowFragment } from './commitment-row.js';
import { SettleCommitment, settleCommitment } from './settle-commitment.js';

const query = gql`
  query OneCommitment {
    node(id: "cmt_1") {
      id
      ...CommitmentRow
    }
  }
  ${commitmentRowFragment}
`;
const commitment = (changes: object = {}) => ({
  __typename: 'Commitment',
  id: 'cmt_1',
  statement: '見積書のひな形をつくる',
  dueOn: '2026-12-09',
  status: 'OPEN',
  open: true,
  reason: null,
  version: 1,
  owner: { __typename: 'Member', id: 'mem_1', displayName: '山田 花子', kana: 'やまだ はなこ' },
  viewerCan: { __typename: 'CommitmentAbilities', settle: true, edit: false },
  ...changes,
});
const asked = (changes?: object) => ({ request: { query }, result: { data: { node: commitment(changes) } } });
const settled = (status: string, reason: string | null, version: number, changes: object) => ({
  request: {
    query: settleCommitment,
    variables: { input: { commitmentId: 'cmt_1', status, reason, expectedVersion: version } },
  },
  result: { data: { settleCommitment: commitment({ status, reason, version: version + 1, ...changes }) } },
});

function Screen(): ReactNode {
  const { data } = useQuery<{ node: Parameters<typeof SettleCommitment>[0]['commitment'] }>(query);
  return data ? <SettleCommitment commitment={data.node} /> : null;
}

describe('saying what became of something one meant to do', () => {
  it('takes one tap, which can be taken back', async () => {
    const mocks = [asked(), settled('KEPT', null, 1, { open: false }), settled('OPEN', null, 2, {})];
    renderPage(<Screen />, { mocks });
    await userEvent.click(await screen.findByRole('button', { name: 'できた' }));
    await screen.findByText('「できた」にしました');
    await userEvent.click(screen.getByRole('button', { name: '取り消し' }));
    await screen.findByRole('button', { name: '途中まで' });
  });

  it('shows the new day of what is carried on', async () => {
    const mocks = [asked(), settled('CARRIED', null, 1, { dueOn: '2027-01-13' })];
    renderPage(<Screen />, { mocks });
    await userEvent.click(await screen.findByRole('button', { name: '来月に回す' }));
    await screen.findByText('1月13日(水)に回しました');
  });

  it('asks for a word before something is dropped', async () => {
    const mocks = [asked(), settled('DROPPED', '取引先が変わった', 1, { open: false })];
    renderPage(<Screen />, { mocks });
    await userEvent.click(await screen.findByRole('button', { name: 'やめた' }));
    await userEvent.click(await screen.findByRole('button', { name: '「やめた」にする' }));
    screen.getByText('やめた理由を入力してください');
    await userEvent.type(screen.getByLabelText(/やめた理由/), '取引先が変わった');
    await userEvent.click(screen.getByRole('button', { name: '「やめた」にする' }));
    await screen.findByText('「やめた」にしました');
  });

  it('offers nothing to those who may not settle it, and is accessible', async () => {
    const { container } = renderPage(<Screen />, {
      mocks: [asked({ viewerCan: { __typename: 'CommitmentAbilities', settle: false, edit: false } })],
    });
    await screen.findByText('見積書のひな形をつくる');
    expect(container.querySelector('button')).toBeNull();
    expect((await axe(container)).violations).toEqual([]);
  });
});
