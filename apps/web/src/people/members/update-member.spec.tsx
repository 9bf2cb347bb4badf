import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { memberStatuses, type MemberStatus } from '@yoriai/domain/people';
import { renderPage } from '../../testing/render-page.js';
import { OfficeMembers, officeMembers } from './office-members.js';
import { updateMember } from './update-member.js';

const sato = (status: MemberStatus) => ({
  __typename: 'Member' as const,
  id: 'mem_2',
  displayName: '佐藤 進',
  kana: 'さとう すすむ',
  phone: null,
  businessName: '佐藤理容店',
  industry: null,
  prefecture: null,
  strengths: null,
  role: 'MEMBER',
  version: 3,
  status,
});
const list = (asked: readonly MemberStatus[], ...members: object[]) => ({
  request: { query: officeMembers, variables: { search: null, status: asked, after: null } },
  result: {
    data: {
      members: {
        __typename: 'MemberConnection',
        edges: members.map((node) => ({ __typename: 'MemberEdge', cursor: 'c', node })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    },
  },
});
const sent: { status: MemberStatus; expectedVersion: number }[] = [];
const saving = (status: MemberStatus) => ({
  request: {
    query: updateMember,
    variables: ({ input }: { input: (typeof sent)[number] }) => sent.push(input) > 0,
  },
  result: { data: { updateMember: { ...sato(status), version: 4 } } },
});
beforeEach(() => void sent.splice(0));

const open = async (...mocks: object[]) => {
  renderPage(<OfficeMembers search="" status={null} />, {
    mocks: [list(memberStatuses, sato('ACTIVE')), ...mocks] as never,
  });
  const [edit] = await screen.findAllByRole('button', { name: '編集: 佐藤 進 さん' });
  await userEvent.click(edit!);
};
const choose = async (label: string): Promise<void> => {
  await userEvent.selectOptions(await screen.findByLabelText('状態'), label);
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
};

describe('an admin, ending a membership', () => {
  it.each([
    ['卒業・退会', 'ALUMNI', '卒業・退会にする', /グループの席も空きます.*次の進行役.*もう一度招待すれば/],
    ['停止中', 'SUSPENDED', '停止する', /グループの席は残ります.*「休会中」と表示/],
    ['逝去', 'DECEASED', '逝去として記録する', /メールを、すべて止めます.*「活動中」に戻せます/],
  ] as const)('is asked first, and told what happens: %s', async (label, status, confirm, happens) => {
    await open(saving(status));
    await choose(label);
    const asked = within(
      await screen.findByRole('dialog', { name: /^(卒業・退会|停止|逝去): 佐藤 進 さん$/ }),
    );
    expect(asked.getByRole('list').textContent).toMatch(happens);
    expect(sent).toEqual([]);
    await userEvent.click(asked.getByRole('button', { name: confirm }));
    await waitFor(() => expect(sent[0]).toMatchObject({ memberId: 'mem_2', status, expectedVersion: 3 }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('changes nothing when it thinks better of it', async () => {
    await open();
    await choose('卒業・退会');
    const dialog = await screen.findByRole('dialog', { name: '卒業・退会: 佐藤 進 さん' });
    expect((await axe(dialog)).violations).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'やめる' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: /^卒業・退会/ })).toBeNull());
    expect(sent).toEqual([]);
  });

  it('is not asked about what ends nothing', async () => {
    await open(saving('ON_LEAVE'));
    await choose('休会中');
    await waitFor(() => expect(sent[0]).toMatchObject({ status: 'ON_LEAVE' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

it('「すべて」 shows those who have left too', async () => {
  renderPage(<OfficeMembers search="" status={null} />, {
    mocks: [list(['INVITED', 'ACTIVE', 'ON_LEAVE', 'ALUMNI', 'SUSPENDED', 'DECEASED'], sato('ALUMNI'))],
  });
  await screen.findAllByText('佐藤 進', { exact: false });
  expect(screen.getAllByText('卒業・退会')).not.toEqual([]);
});
