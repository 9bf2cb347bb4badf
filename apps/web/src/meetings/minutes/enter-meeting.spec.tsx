import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/render-page.js';
import { EnterMeeting, enterMeeting } from './enter-meeting.js';

type Meeting = Parameters<typeof EnterMeeting>[0]['meeting'];
const attendee = (n: number, displayName: string, presence: 'PRESENT' | null = null, late = false) => ({
  __typename: 'Attendee' as const,
  member: { __typename: 'Member' as const, id: `mem_${n}`, displayName },
  presence,
  late,
});
const meeting = (changes: Partial<Meeting> = {}): Meeting => ({
  __typename: 'Meeting',
  id: 'mtg_1',
  format: 'HYBRID',
  attendees: [attendee(1, '山田 花子', 'PRESENT'), attendee(2, '鈴木 静'), attendee(3, '田中 実')],
  ...changes,
});
const sent = jest.fn();
const accepts = {
  request: { query: enterMeeting, variables: () => true },
  result: ({ input: { idempotencyKey, ...input } }: { input: Record<string, unknown> }) => {
    sent(input, typeof idempotencyKey);
    return {
      data: {
        enterMeeting: {
          __typename: 'Meeting',
          id: 'mtg_1',
          status: 'CLOSED',
          viewerCan: { __typename: 'MeetingAbilities', run: true, edit: false, rsvp: false, attend: false },
          attendees: [],
        },
      },
    };
  },
};
const show = (changes: Partial<Meeting> = {}, mocks: object[] = [accepts]) => {
  const entered = jest.fn();
  const page = renderPage(<EnterMeeting meeting={meeting(changes)} onEntered={entered} />, {
    mocks: mocks as never,
  });
  return { ...page, entered };
};
const tick = (name: string) => userEvent.click(screen.getByRole('checkbox', { name }));
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

afterEach(() => {
  localStorage.clear();
  sent.mockClear();
});

describe('entering a meeting from paper', () => {
  it('sends who came and how, what was decided line by line, and what each will do', async () => {
    const { entered } = show();
    await tick('鈴木 静');
    await press('鈴木 静 さん: オンライン');
    await press('山田 花子 さん: 遅れて・途中まで');
    await userEvent.type(screen.getByLabelText(/決まったこと/), '会費は据え置き\n\n次回は工場で');
    await userEvent.type(screen.getByLabelText('鈴木 静 さんが次までにやること'), '帳簿の整理');
    await press('記録して会を終える');
    await waitFor(() => expect(entered).toHaveBeenCalled());
    expect(sent).toHaveBeenCalledWith(
      {
        meetingId: 'mtg_1',
        present: [
          { memberId: 'mem_1', presence: 'PRESENT', late: true },
          { memberId: 'mem_2', presence: 'ONLINE', late: false },
        ],
        decisions: ['会費は据え置き', '次回は工場で'],
        commitments: [{ ownerId: 'mem_2', statement: '帳簿の整理' }],
      },
      'string',
    );
  });

  it('begins with what was tapped at the meeting, and a second tap takes back', async () => {
    show({ attendees: [attendee(1, '山田 花子', 'PRESENT', true)] });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '山田 花子' }).checked).toBe(true);
    await press('山田 花子 さん: 遅れて・途中まで');
    await press('記録して会を終える');
    await waitFor(() => expect(sent).toHaveBeenCalled());
    expect(sent.mock.calls[0]![0]).toMatchObject({ present: [{ presence: 'PRESENT', late: false }] });
  });

  it.each([
    ['in one room all are present', 'IN_PERSON' as const, 'PRESENT'],
    ['online all are online', 'ONLINE' as const, 'ONLINE'],
  ])('%s, without being asked', async (_, format, presence) => {
    show({ format });
    expect(screen.queryByRole('button', { name: /オンライン/ })).toBeNull();
    await press('記録して会を終える');
    await waitFor(() => expect(sent).toHaveBeenCalled());
    expect(sent.mock.calls[0]![0]).toMatchObject({ present: [{ presence }] });
  });

  it('asks who came before anything is sent', async () => {
    show({ attendees: [attendee(1, '山田 花子')] });
    await press('記録して会を終える');
    await screen.findByText(/来た人/, { selector: '[class*="error"]' });
    expect(sent).not.toHaveBeenCalled();
  });

  it('keeps what was typed over a reload', async () => {
    const { unmount } = show();
    await tick('鈴木 静');
    await press('鈴木 静 さん: オンライン');
    unmount();
    show();
    screen.getByRole('button', { name: '鈴木 静 さん: オンライン', pressed: true });
  });

  it('is accessible', async () => {
    const { container } = show();
    expect((await axe(container)).violations).toEqual([]);
  });
});
