import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { RsvpByLink, rsvpByLink, rsvpLinkQuery } from './rsvp-by-link.js';

const meeting = {
  __typename: 'RsvpLinkPreview',
  meetingId: 'mtg_1',
  title: '11月の月次レビュー',
  groupName: 'みなと水曜会',
  displayName: '山田 花子',
  startsAt: '2026-11-25T10:00:00.000Z',
  endsAt: '2026-11-25T12:00:00.000Z',
  timeZone: 'Asia/Tokyo',
  format: 'IN_PERSON',
  place: '2階会議室',
  rsvp: null,
  over: false,
  cancelled: false,
  cancelReason: null,
};
const opened = (rsvpLink: object | null) => ({
  request: { query: rsvpLinkQuery, variables: { token: 'abc' } },
  result: { data: { rsvpLink } },
});
const show = (...mocks: NonNullable<Parameters<typeof renderPage>[1]>['mocks'] & object) =>
  renderPage(<RsvpByLink token="abc" />, { mocks, at: '/rsvp#abc', viewer: null });

describe('answering from the mail', () => {
  it('answers with one tap, not by opening the link', async () => {
    const answered = {
      request: { query: rsvpByLink, variables: { token: 'abc', rsvp: 'YES' } },
      result: { data: { rsvpByLink: { ...meeting, rsvp: 'YES' } } },
    };
    show(opened(meeting), answered);
    await screen.findByText('2026年11月25日(水) 19:00〜21:00');
    expect(screen.queryByText(/承りました/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '出席' }));
    await screen.findByText('「出席」で承りました。');
  });

  it('offers no online seat at a meeting that has none', async () => {
    show(opened(meeting));
    await screen.findByRole('button', { name: '欠席' });
    expect(screen.queryByRole('button', { name: 'オンラインで参加' })).toBeNull();
  });

  it('takes no answer once the meeting is over', async () => {
    show(opened({ ...meeting, over: true }));
    await screen.findByText('この会の返事は締め切りました。');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says that a meeting was called off, and why', async () => {
    show(opened({ ...meeting, over: true, cancelled: true, cancelReason: '大雪のため' }));
    await screen.findByText('この会は中止になりました。');
    screen.getByText('理由: 大雪のため');
    expect(screen.queryByText('この会の返事は締め切りました。')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says kindly that a link no longer works', async () => {
    show(opened(null));
    await screen.findByText(/このリンクはもう使えません/);
  });
});
