import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/render-page.js';
import { HeldStrengths } from './held-strengths.js';
import { WriteStrengths, writeStrengths } from './write-strengths.js';

beforeEach(() => localStorage.clear());

const peer = (id: string, displayName: string, text = '', signed = true, version = 0) => ({
  __typename: 'StrengthPeer',
  text,
  signed,
  version,
  member: { __typename: 'Member', id, displayName },
});
const round = (change = {}) => ({
  __typename: 'StrengthsRound',
  id: 'str_1',
  closesAt: '2026-12-12T00:00:00.000Z',
  mayBeUnsigned: true,
  peers: [peer('mem_2', '佐藤 健一', '段取りがいい', true, 3), peer('mem_3', '鈴木 美咲')],
  ...change,
});
const saving = (sent: unknown[]) => ({
  request: { query: writeStrengths, variables: (given: unknown) => sent.push(given) > 0 },
  result: { data: { writeStrengths: round() } },
});
const box = (name: string) => screen.getByLabelText<HTMLTextAreaElement>(`${name} さんのすごいところ`);
const save = () => userEvent.click(screen.getByRole('button', { name: '保存する' }));

describe('lines about peers', () => {
  it('are sent as far as they were changed, with the version that was read', async () => {
    const sent: unknown[] = [];
    const { container } = renderPage(<WriteStrengths round={round()} />, { mocks: [saving(sent)] });
    expect(box('佐藤 健一').value).toBe('段取りがいい');
    expect((await axe(container)).violations).toEqual([]);
    await userEvent.type(box('鈴木 美咲'), 'よく笑う');
    await userEvent.click(screen.getAllByLabelText('名前を添えて届ける')[1]!);
    await save();
    await waitFor(() =>
      expect(sent[0]).toMatchObject({
        input: {
          roundId: 'str_1',
          lines: [{ memberId: 'mem_3', text: 'よく笑う', signed: false, expectedVersion: 0 }],
        },
      }),
    );
  });

  it('are taken back by emptying the box', async () => {
    const sent: unknown[] = [];
    renderPage(<WriteStrengths round={round()} />, { mocks: [saving(sent)] });
    await userEvent.clear(box('佐藤 健一'));
    await save();
    await waitFor(() =>
      expect(sent[0]).toMatchObject({
        input: { lines: [{ memberId: 'mem_2', text: '', expectedVersion: 3 }] },
      }),
    );
  });

  it('carry names where there are too few people to go without', async () => {
    renderPage(<WriteStrengths round={round({ mayBeUnsigned: false })} />);
    screen.getByText('人数が少ないので、名前を添えて届けます。');
    await userEvent.type(box('鈴木 美咲'), 'よく笑う');
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('lines that wait for the next round', () => {
  it('are shown to their writer, who may take them back', async () => {
    const sent: unknown[] = [];
    const held = round({
      peers: [peer('mem_2', '佐藤 健一', '聞き上手', false, 1), peer('mem_3', '鈴木 美咲')],
    });
    renderPage(<HeldStrengths round={held} />, { mocks: [saving(sent)] });
    screen.getByText('聞き上手');
    expect(screen.queryByText(/鈴木/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '取り下げる' }));
    const dialog = await screen.findByRole('dialog', { name: 'ひとことの取り下げ' });
    expect(sent).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: '取り下げる' }));
    await waitFor(() =>
      expect(sent[0]).toEqual({
        input: { roundId: 'str_1', lines: [{ memberId: 'mem_2', text: '', expectedVersion: 1 }] },
      }),
    );
  });

  it('are not spoken of where there are none', () => {
    const { container } = renderPage(
      <HeldStrengths round={round({ peers: [peer('mem_3', '鈴木 美咲')] })} />,
    );
    expect(container.querySelector('section')).toBeNull();
  });
});
