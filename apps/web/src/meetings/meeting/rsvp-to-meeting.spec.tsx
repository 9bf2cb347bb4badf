import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { ReactNode } from 'react';
import { renderPage } from '../../testing/render-page.js';
import { RsvpToMeeting, rsvpControlFragment, rsvpToMeeting } from './rsvp-to-meeting.js';

const query = gql`
  query OneMeeting {
    node(id: "mtg_1") {
      id
      ...RsvpControl
    }
  }
  ${rsvpControlFragment}
`;

const meeting = (changes: object = {}) => ({
  __typename: 'Meeting',
  id: 'mtg_1',
  format: 'HYBRID',
  viewerRsvp: null,
  viewerRsvpNote: null,
  viewerCan: { __typename: 'MeetingAbilities', rsvp: true },
  ...changes,
});
const asked = (changes?: object) => ({ request: { query }, result: { data: { node: meeting(changes) } } });
const answered = (rsvp: string, note: string | null) => ({
  request: { query: rsvpToMeeting, variables: { meetingId: 'mtg_1', rsvp, note } },
  result: {
    data: { rsvpToMeeting: { ...meeting({ viewerRsvp: rsvp, viewerRsvpNote: note }), attendees: [] } },
  },
});

function Screen(): ReactNode {
  const { data } = useQuery<{ node: Parameters<typeof RsvpToMeeting>[0]['meeting'] }>(query);
  return data ? <RsvpToMeeting meeting={data.node} /> : null;
}

describe('answering an invitation to a meeting', () => {
  it('takes one tap, and says what was understood', async () => {
    renderPage(<Screen />, { mocks: [asked(), answered('YES', null)] });
    await userEvent.click(await screen.findByRole('button', { name: '出席' }));
    await screen.findByText('「出席」で返事をしました。あとから変えられます。');
    expect(screen.getByRole('button', { name: '出席' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('lets only those who come say that they come late', async () => {
    const mocks = [asked({ viewerRsvp: 'YES' }), answered('YES', 'LATE'), answered('NO', null)];
    renderPage(<Screen />, { mocks });
    await userEvent.click(await screen.findByRole('button', { name: '遅れて参加' }));
    await screen.findByText('「出席・遅れて参加」で返事をしました。あとから変えられます。');
    await userEvent.click(screen.getByRole('button', { name: '欠席' }));
    await screen.findByText('「欠席」で返事をしました。あとから変えられます。');
    expect(screen.queryByRole('button', { name: '遅れて参加' })).toBeNull();
  });

  it('offers no online seat for a meeting in one room', async () => {
    renderPage(<Screen />, { mocks: [asked({ format: 'IN_PERSON' })] });
    await screen.findByRole('button', { name: '書面で参加' });
    expect(screen.queryByRole('button', { name: 'オンラインで参加' })).toBeNull();
  });

  it('asks only those who may answer', async () => {
    const closed = { viewerCan: { __typename: 'MeetingAbilities', rsvp: false } };
    const { container } = renderPage(<Screen />, { mocks: [asked(closed)] });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(container.querySelector('button')).toBeNull();
  });

  it('is accessible', async () => {
    const { container } = renderPage(<Screen />, { mocks: [asked({ viewerRsvp: 'YES' })] });
    await screen.findByRole('button', { name: '出席' });
    expect((await axe(container)).violations).toEqual([]);
  });
});
