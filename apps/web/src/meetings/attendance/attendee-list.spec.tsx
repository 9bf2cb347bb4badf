import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { ReactNode } from 'react';
import { renderPage } from '../../testing/render-page.js';
import { AttendeeList } from './attendee-list.js';
import { attendeeListFragment, correctAttendance } from './correct-attendance.js';

const query = gql`
  query OneMeetingsAttendees {
    node(id: "mtg_1") {
      id
      ...AttendeeList
    }
  }
  ${attendeeListFragment}
`;
const attendee = (n: number, displayName: string, presence: string | null, late = false) => ({
  __typename: 'Attendee',
  presence,
  late,
  rsvp: 'YES',
  note: null,
  member: { __typename: 'Member', id: `mem_${n}`, displayName, kana: '' },
});
const meeting = (can: boolean, presence: string | null, corrections: object[] = []) => ({
  __typename: 'Meeting',
  id: 'mtg_1',
  format: 'IN_PERSON',
  status: 'CLOSED',
  attendees: [attendee(1, '山田 花子', 'PRESENT', true), attendee(2, '佐藤 進', presence)],
  attendanceCorrections: corrections,
  viewerCan: { __typename: 'MeetingAbilities', rsvpForOthers: false, correctAttendance: can },
});
function Screen(): ReactNode {
  const { data } = useQuery<{ node: Parameters<typeof AttendeeList>[0]['meeting'] }>(query);
  return data ? <AttendeeList meeting={data.node} /> : null;
}
const show = (node: object, ...mocks: object[]) =>
  renderPage(<Screen />, { mocks: [{ request: { query }, result: { data: { node } } }, ...mocks] as never });

describe('a closed meeting', () => {
  it('shows who came, who did not, and whose attendance is unknown', async () => {
    const { container } = show(meeting(false, null));
    const list = within(await screen.findByRole('region', { name: '出席の記録' }));
    list.getByText('会場で出席 1人');
    list.getByText('記録なし 1人');
    list.getByText(/遅刻・早退/);
    expect(list.queryByRole('button')).toBeNull();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('lets the facilitator correct it, and keeps what stood there in sight', async () => {
    const person = (id: string, displayName: string) => ({ __typename: 'Member', id, displayName });
    const corrected = {
      __typename: 'AttendanceCorrection',
      id: 'acr_1',
      before: null,
      presence: 'ABSENT',
      at: '2026-11-25T13:00:00Z',
      member: person('mem_2', '佐藤 進'),
      by: person('mem_1', '山田 花子'),
    };
    const input = { meetingId: 'mtg_1', memberId: 'mem_2', presence: 'ABSENT', late: false };
    show(meeting(true, null), {
      request: { query: correctAttendance, variables: { input } },
      result: { data: { correctAttendance: meeting(true, 'ABSENT', [corrected]) } },
    });
    await userEvent.click(await screen.findByRole('button', { name: '佐藤 進 さんの出席の記録: 訂正' }));
    await userEvent.click(await screen.findByRole('button', { name: '欠席' }));
    await waitFor(() => screen.getByText('欠席 1人'));
    screen.getByText('訂正: 佐藤 進 さん 記録なし → 欠席(山田 花子 さんが訂正)');
    const again = screen.getByRole('button', { name: '佐藤 進 さんの出席の記録: 訂正', hidden: true });
    await waitFor(() => expect(document.activeElement).toBe(again));
  });
});
