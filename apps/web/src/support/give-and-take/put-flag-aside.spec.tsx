import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/render-page.js';
import { GiveAndTakeFlag, putFlagAside } from './put-flag-aside.js';
import { noteHardTime } from './note-hard-time.js';

const flag = { id: 'gtf_1', version: 3, member: { id: 'mem_2', displayName: '髙橋 直樹' } };
const aside = {
  request: { query: putFlagAside, variables: { input: { flagId: 'gtf_1', expectedVersion: 3 } } },
  result: {
    data: {
      putFlagAside: { __typename: 'GiveAndTakeFlag', id: 'gtf_1', state: 'PUT_ASIDE', version: 4 },
    },
  },
};

describe('the private prompt', () => {
  it('blames no one, holds no figure, and says how one might begin', async () => {
    const { container } = renderPage(
      <GiveAndTakeFlag groupId="grp_1" flag={flag} onDone={() => Promise.resolve()} />,
    );
    screen.getByText(/責めるためではなく、出番をつくるため/);
    screen.getByText(/髙橋 直樹 さんの経験を聞きたい人がいそうです/);
    expect(screen.getByRole('article').textContent).not.toMatch(/\d/);
    expect((await axe(container)).violations).toEqual([]);
  });

  it('is put aside as it was read', async () => {
    const onDone = jest.fn(() => Promise.resolve());
    renderPage(<GiveAndTakeFlag groupId="grp_1" flag={flag} onDone={onDone} />, { mocks: [aside] });
    fireEvent.click(screen.getByRole('button', { name: '確認しました' }));
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
  });

  it('goes with the reason that only the facilitator knows: a day, and not a word', async () => {
    const [onDone, noted] = [jest.fn(() => Promise.resolve()), jest.fn()];
    const hardTime = {
      request: {
        query: noteHardTime,
        variables: { input: { groupId: 'grp_1', memberId: 'mem_2', since: '2026-10-03' } },
      },
      result: () => {
        noted();
        return { data: { noteHardTime: true } };
      },
    };
    renderPage(<GiveAndTakeFlag groupId="grp_1" flag={flag} onDone={onDone} />, { mocks: [hardTime, aside] });
    await userEvent.click(screen.getByRole('button', { name: '大変な時期にある' }));
    await userEvent.click(screen.getByRole('button', { name: '記録する' }));
    expect(noted).not.toHaveBeenCalled();
    fireEvent.change(screen.getByLabelText(/始まりの日/), { target: { value: '2026-10-03' } });
    await userEvent.click(screen.getByRole('button', { name: '記録する' }));
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(noted).toHaveBeenCalledTimes(1);
  });
});
