import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GraphQLError } from 'graphql';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/render-page.js';
import { submitCheckIn, SubmitCheckIn } from './submit-check-in.js';

const meeting = { id: 'mtg_1', startsAtLocal: '2026-12-09T19:00' };
const nothing = { progress: '', problem: '', request: '', mood: null };
const noFigures = { salesYen: null, grossProfitYen: null, customers: null, ownHours: null };
const sending = (input: object, expectedVersion = 0) => ({
  request: {
    query: submitCheckIn,
    variables: (sent: { input?: object }) => {
      const { idempotencyKey, ...rest } = sent.input as Record<string, unknown>;
      expect(rest).toEqual({
        meetingId: 'mtg_1',
        ...nothing,
        figures: noFigures,
        visibility: 'GROUP',
        moodVisibility: 'FACILITATOR',
        figuresVisibility: 'FACILITATOR',
        expectedVersion,
        ...input,
      });
      return typeof idempotencyKey === 'string';
    },
  },
  result: { data: { submitCheckIn: { __typename: 'CheckIn', id: 'chk_1' } } },
});
const show = (mocks: Parameters<typeof renderPage>[1] = {}, onDone: () => void = () => undefined) =>
  renderPage(<SubmitCheckIn meeting={meeting} before={null} onDone={onDone} />, mocks);

beforeEach(() => localStorage.clear());

describe('writing a note before a meeting', () => {
  it('takes one box and one tap', async () => {
    const done = jest.fn();
    show({ mocks: [sending({ note: '原価が上がっています' })] }, done);
    await userEvent.type(screen.getByLabelText('近況'), '原価が上がっています');
    await userEvent.click(screen.getByRole('button', { name: '近況メモを出す' }));
    await waitFor(() => expect(done).toHaveBeenCalledTimes(1));
  });

  it('reads figures as owners write them, and names their month', async () => {
    const done = jest.fn();
    show(
      {
        mocks: [
          sending({
            note: '',
            mood: 4,
            figures: { ...noFigures, salesYen: 1_234_567, ownHours: 210.5 },
            figuresVisibility: 'GROUP',
          }),
        ],
      },
      done,
    );
    await userEvent.click(screen.getByRole('button', { name: 'もう少し書く(任意)' }));
    screen.getByText('11月の数字');
    await userEvent.click(screen.getByRole('radio', { name: 'まあまあいい' }));
    await userEvent.type(screen.getByLabelText('売上(円)'), '１,２３４,567円');
    await userEvent.type(screen.getByLabelText('自分が働いた時間'), '210.5');
    await userEvent.click(screen.getByRole('checkbox', { name: '数字をグループの仲間にも見せる' }));
    await userEvent.click(screen.getByRole('button', { name: '近況メモを出す' }));
    await waitFor(() => expect(done).toHaveBeenCalledTimes(1));
  });

  it('asks for something, and says which figure it cannot read', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: '近況メモを出す' }));
    await screen.findByText('近況を入力してください');
    await userEvent.type(screen.getByLabelText('近況'), 'あ');
    await userEvent.click(screen.getByRole('button', { name: 'もう少し書く(任意)' }));
    await userEvent.type(screen.getByLabelText('お客さまの数'), 'たくさん');
    await userEvent.click(screen.getByRole('button', { name: '近況メモを出す' }));
    await screen.findByText('お客さまの数の書き方を確かめてください');
  });

  it('keeps what was typed through a reload, and through a note from another telephone', async () => {
    const refused = {
      request: { query: submitCheckIn, variables: () => true },
      result: { errors: [new GraphQLError('', { extensions: { code: 'CONFLICT' } })] },
    };
    const first = show({ mocks: [refused] });
    await userEvent.type(screen.getByLabelText('近況'), '消えては困る話');
    await userEvent.click(screen.getByRole('button', { name: '近況メモを出す' }));
    await screen.findByRole('alert');
    first.unmount();
    show();
    expect(screen.getByLabelText<HTMLTextAreaElement>('近況').value).toBe('消えては困る話');
  });

  it('shows help lines to a member who writes as if in danger', async () => {
    show();
    await userEvent.type(screen.getByLabelText('近況'), 'もう消えてしまいたい');
    await screen.findByText('とてもつらい状況のように見えます');
  });

  it('is accessible', async () => {
    const { container } = show();
    await userEvent.click(screen.getByRole('button', { name: 'もう少し書く(任意)' }));
    expect((await axe(container)).violations).toEqual([]);
  });
});
