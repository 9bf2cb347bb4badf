import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.js';
import { NudgeForMe, snoozeNudge } from './snooze-nudge.js';

const nudge = {
  __typename: 'SupportNudge' as const,
  id: 'sng_1',
  reason: '「帳簿」の相談で、これまで3回助けになっています。',
  state: 'ASKED' as const,
};
const passing = (fullThisMonth: boolean, told: jest.Mock) => ({
  request: { query: snoozeNudge, variables: { input: { nudgeId: 'sng_1', fullThisMonth } } },
  result: () => {
    told();
    return { data: { snoozeNudge: { ...nudge, state: 'SNOOZED' } } };
  },
});

describe('a helper who was asked', () => {
  it('reads why, and answers at a tap', () => {
    const answer = jest.fn();
    renderPage(<NudgeForMe nudge={nudge} open onAnswer={answer} />);
    screen.getByText(nudge.reason);
    fireEvent.click(screen.getByRole('button', { name: '答える' }));
    expect(answer).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['今回は見送る', false],
    ['今月は手いっぱいです', true],
  ])('%s tells the server so', async (button, full) => {
    const told = jest.fn();
    renderPage(<NudgeForMe nudge={nudge} open onAnswer={() => undefined} />, {
      mocks: [passing(full, told)],
    });
    fireEvent.click(screen.getByRole('button', { name: button }));
    await waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  });

  it.each([
    ['no one was asked', null, true],
    ['it was passed on', { ...nudge, state: 'SNOOZED' as const }, true],
    ['the request is closed', nudge, false],
  ])('there is nothing to see when %s', (_why, given, open) => {
    renderPage(<NudgeForMe nudge={given} open={open} onAnswer={() => undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
