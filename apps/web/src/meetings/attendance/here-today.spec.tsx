import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { hereToday, HereToday } from './here-today.js';
import { markAttendance } from './mark-attendance.js';

const meeting = (presence: 'PRESENT' | null, attend = true) => ({
  __typename: 'Meeting',
  id: 'mtg_1',
  format: 'IN_PERSON',
  attendees: [
    {
      __typename: 'Attendee',
      member: { __typename: 'Member', id: 'mem_1' },
      presence,
      late: false,
      attended: presence !== null,
    },
  ],
  viewerCan: { __typename: 'MeetingAbilities', attend },
});
const asked = (attend?: boolean) => ({
  request: { query: hereToday, variables: { id: 'mtg_1' } },
  result: { data: { node: meeting(null, attend) } },
});
const said = (presence: 'PRESENT' | null) => ({
  request: { query: markAttendance, variables: { input: { meetingId: 'mtg_1', presence } } },
  result: { data: { markAttendance: meeting(presence) } },
});
const show = (...mocks: object[]) => renderPage(<HereToday meetingId="mtg_1" />, { mocks: mocks as never });

describe('来ました at home', () => {
  it('is one tap, and one more takes it back', async () => {
    show(asked(), said('PRESENT'), said(null));
    await userEvent.click(await screen.findByRole('button', { name: '来ました' }));
    await screen.findByText('「来ました」を受け付けました。');
    await userEvent.click(screen.getByRole('button', { name: '取り消す' }));
    await screen.findByRole('button', { name: '来ました' });
  });

  it('is not there for a viewer who may not say it', async () => {
    const { container } = show(asked(false));
    await waitFor(() => expect(container.querySelector('button')).toBeNull());
  });
});
