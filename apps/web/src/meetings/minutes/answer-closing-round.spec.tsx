import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useEffect, type ReactNode } from 'react';
import { renderPage } from '../../testing/render-page.js';
import { answerClosingRound, AnswerClosingRound, closingRoundFragment } from './answer-closing-round.js';

const query = gql`
  query OneClosingRound {
    node(id: "mtg_1") {
      id
      ...ClosingRoundForm
    }
  }
  ${closingRoundFragment}
`;
const round = (changes: object = {}) => ({
  __typename: 'Meeting',
  id: 'mtg_1',
  closingRound: {
    __typename: 'ClosingRound',
    open: true,
    endsAt: '2026-12-16T12:00:00Z',
    takesPart: true,
    asksOneYearLater: false,
    plus: null,
    delta: null,
    takeAway: null,
    goal: null,
    goalWanted: null,
    oneYearLater: null,
    version: 0,
    safety: null,
    ...changes,
  },
});
const asked = (changes?: object) => ({ request: { query }, result: { data: { node: round(changes) } } });
const sent = jest.fn<(input: Record<string, unknown>) => void>();
const answers = (expectedVersion: number, answer: object) => ({
  request: {
    query: answerClosingRound,
    variables: ({ input }: { input: Record<string, unknown> }) => {
      if (input['expectedVersion'] !== expectedVersion) return false;
      sent(input);
      return true;
    },
  },
  ...answer,
});
const saved = (changes: object = {}) => ({ result: { data: { answerClosingRound: round(changes) } } });
const conflict = {
  result: { errors: [{ message: 'CONFLICT', extensions: { code: 'CONFLICT', params: { version: 1 } } }] },
};
const done = jest.fn();

function Screen(): ReactNode {
  const { data, refetch } = useQuery<{ node: Parameters<typeof AnswerClosingRound>[0]['meeting'] }>(query);
  useEffect(() => {
    const look = (): void => void refetch();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [refetch]);
  return data ? <AnswerClosingRound meeting={data.node} onDone={done} /> : null;
}
const show = (...mocks: object[]) => renderPage(<Screen />, { mocks: mocks as never });
const box = (label: RegExp) => screen.findByLabelText<HTMLInputElement>(label);
const save = () => userEvent.click(screen.getByRole('button', { name: 'ふりかえりを保存' }));

afterEach(() => {
  localStorage.clear();
  sent.mockClear();
  done.mockClear();
});

describe('the closing round', () => {
  it('is done with one box; what is left out is not said', async () => {
    show(asked(), answers(0, saved({ takeAway: '値決め', version: 1 })));
    await userEvent.type(await box(/持ち帰ること/), '値決め');
    await save();
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(sent.mock.calls[0]![0]).toMatchObject({
      takeAway: '値決め',
      goal: '',
      goalWanted: null,
      safety: null,
      oneYearLater: null,
    });
  });

  it('asks for the support wanted once there is a goal, and sends the pulse only whole', async () => {
    show(asked(), answers(0, saved({ version: 1 })));
    await box(/来月の目標/);
    expect(screen.queryByLabelText(/ほしい助け/)).toBeNull();
    await userEvent.type(await box(/来月の目標/), '客単価を上げる');
    await userEvent.selectOptions(screen.getByLabelText(/ほしい助け/), '率直な意見がほしい');
    const spoke = screen.getByRole('radiogroup', { name: '言いたいことを言えましたか' });
    await userEvent.click(within(spoke).getByRole('radio', { name: '4' }));
    await save();
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(sent.mock.calls[0]![0]).toMatchObject({ goalWanted: 'APPRAISAL', safety: null });
  });

  it('the pulse can be taken back', async () => {
    show(
      asked({ safety: { __typename: 'Safety', spoke: 4, safe: 5, heard: 3 }, version: 2 }),
      answers(2, saved()),
    );
    await userEvent.click(await screen.findByRole('button', { name: '答えを消す' }));
    await save();
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(sent.mock.calls[0]![0]).toMatchObject({ safety: null });
  });

  it.each([
    ['はい', true],
    ['いいえ', false],
  ])('a year later is asked of the hot seat alone: %s', async (word, oneYearLater) => {
    show(asked({ asksOneYearLater: true }), answers(0, saved()));
    const ask = await screen.findByRole('radiogroup', { name: /一年後にもう一度/ });
    await userEvent.click(within(ask).getByRole('radio', { name: word }));
    await save();
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(sent.mock.calls[0]![0]).toMatchObject({ oneYearLater });
  });

  it('asks neither goal nor pulse of a member who does not take part', async () => {
    show(asked({ takesPart: false }));
    await box(/持ち帰ること/);
    expect(screen.queryByLabelText(/来月の目標/)).toBeNull();
    expect(screen.queryByRole('radiogroup')).toBeNull();
  });

  it('says when another tab was first, keeps what was typed, takes along the rest, and sends both', async () => {
    show(
      asked(),
      answers(0, conflict),
      asked({ plus: '正直に話せた', version: 1 }),
      answers(1, saved({ takeAway: '値決め', plus: '正直に話せた', version: 2 })),
    );
    await userEvent.type(await box(/持ち帰ること/), '値決め');
    await save();
    await screen.findByText('ほかの画面で、先に保存されています');
    await userEvent.click(screen.getByRole('button', { name: 'いまの内容を確認して続ける' }));
    expect((await box(/持ち帰ること/)).value).toBe('値決め');
    expect((await box(/よかったこと/)).value).toBe('正直に話せた');
    await save();
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(sent.mock.calls.at(-1)![0]).toMatchObject({ takeAway: '値決め', plus: '正直に話せた' });
  });

  it('what came in behind the form is not passed off as seen', async () => {
    show(asked(), asked({ takeAway: '別の画面で', version: 1 }));
    await userEvent.type(await box(/持ち帰ること/), '値決め');
    fireEvent.focus(window);
    await screen.findByText('いまの内容: 別の画面で');
    expect((await box(/持ち帰ること/)).value).toBe('値決め');
  });

  it('is accessible', async () => {
    const { container } = show(asked({ asksOneYearLater: true }));
    await box(/持ち帰ること/);
    expect((await axe(container)).violations).toEqual([]);
  });
});
