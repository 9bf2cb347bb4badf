import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { renderPage } from '../../testing/render-page.js';
import { editCommitment } from './edit-commitment.js';
import { commitmentRowFragment } from './commitment-row.js';
import { SettleCommitment } from './settle-commitment.js';

const query = gql`
  query OneEditableCommitment {
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
  statement: '見積書をつくる',
  dueOn: '2026-12-09',
  status: 'OPEN',
  open: true,
  reason: null,
  version: 1,
  owner: { __typename: 'Member', id: 'mem_1', displayName: '山田 花子', kana: null },
  viewerCan: { __typename: 'CommitmentAbilities', settle: true, edit: true },
  ...changes,
});
const asked = (changes?: object) => ({ request: { query }, result: { data: { node: commitment(changes) } } });
const sent = (input: object, result: object) => ({
  request: {
    query: editCommitment,
    variables: { input: { commitmentId: 'cmt_1', dueOn: '2026-12-09', ...input } },
  },
  result,
});
const saved = (changes: object) => ({ data: { editCommitment: commitment(changes) } });

function Screen(): ReactNode {
  const { data } = useQuery<{ node: Parameters<typeof SettleCommitment>[0]['commitment'] }>(query);
  return data ? <SettleCommitment commitment={data.node} /> : null;
}
const show = (...mocks: object[]) => renderPage(<Screen />, { mocks: mocks as never });
const open = async () =>
  userEvent.click(await screen.findByRole('button', { name: '「見積書をつくる」を直す' }));
const retype = async (text: string) => {
  const box = await screen.findByRole('textbox', { name: /次までにやること/ });
  await userEvent.clear(box);
  await userEvent.type(box, text);
};
const save = () => userEvent.click(screen.getByRole('button', { name: '保存' }));

describe('mending a next step', () => {
  it('changes its words, with the version that was on screen', async () => {
    const statement = '見積書を出す';
    show(asked(), sent({ statement, expectedVersion: 1 }, saved({ statement, version: 2 })));
    await open();
    await retype(statement);
    await save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await screen.findByText(statement);
  });

  it('says what another member made of it, keeps what was typed, and takes over their day', async () => {
    const conflict = { errors: [{ message: 'CONFLICT', extensions: { code: 'CONFLICT' } }] };
    const [statement, dueOn] = ['見積書を出す', '2027-01-13'];
    show(
      asked(),
      sent({ statement, expectedVersion: 1 }, conflict),
      asked({ dueOn, version: 2 }),
      sent({ statement, dueOn, expectedVersion: 2 }, saved({ statement, dueOn, version: 3 })),
    );
    await open();
    await retype(statement);
    await save();
    await screen.findByText(/いまの内容: 見積書をつくる/);
    await userEvent.click(screen.getByRole('button', { name: 'いまの内容を確認して続ける' }));
    expect(screen.getByLabelText<HTMLInputElement>(/いつまでに/).value).toBe(dueOn);
    await save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is not offered to those who may not', async () => {
    show(asked({ viewerCan: { __typename: 'CommitmentAbilities', settle: true, edit: false } }));
    await screen.findByRole('button', { name: 'できた' });
    expect(screen.queryByRole('button', { name: /を直す/ })).toBeNull();
  });
});
