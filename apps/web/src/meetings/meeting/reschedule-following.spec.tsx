import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deviceSays } from '../../testing/device-says.js';
import { renderPage } from '../../testing/render-page.js';
import { doubleBookings } from './double-bookings.js';
import { RescheduleForm, rescheduleMeeting, restOfSeries } from './reschedule-form.js';

const user = () => userEvent.setup({ delay: null });

/** For those tests that are about something else. */
const noDoubleBookings = {
  request: { query: doubleBookings, variables: () => true },
  result: { data: { doubleBookings: [] } },
  maxUsageCount: 100,
};

describe('moving a meeting and all that follow', () => {
  deviceSays('2026-04-01T00:00:00Z');
  const form = (sent: object) =>
    renderPage(
      <RescheduleForm
        meeting={{
          __typename: 'Meeting',
          id: 'mtg_1',
          version: 4,
          durationMinutes: 120,
          timeZone: 'Asia/Tokyo',
          startsAt: '2026-04-08T10:00:00Z',
          endsAt: '2026-04-08T12:00:00Z',
          startsAtLocal: '2026-04-08T19:00',
          group: { __typename: 'Group', id: 'grp_1' },
          series: { __typename: 'MeetingSeries', id: 'mts_1', rule: 'FREQ=MONTHLY;BYDAY=2WE;COUNT=12' },
        }}
        onDone={() => undefined}
      />,
      {
        mocks: [
          noDoubleBookings,
          {
            request: { query: restOfSeries, variables: { id: 'mtg_1' } },
            result: {
              data: {
                node: {
                  __typename: 'Meeting' as const,
                  id: 'mtg_1',
                  restOfSeries: {
                    __typename: 'RestOfSeries' as const,
                    rule: 'FREQ=MONTHLY;BYDAY=2WE;COUNT=5',
                    dates: [
                      ['2026-04-08T19:00', '2026-04-08T19:00'],
                      ['2026-05-13T19:00', '2026-05-13T19:00'],
                      ['2026-06-10T19:00', null],
                      ['2026-07-08T19:00', '2026-07-08T19:00'],
                      ['2026-08-12T19:00', '2026-08-19T10:00'],
                    ].map(([slot, local]) => ({ __typename: 'SeriesDate' as const, slot, local })),
                  },
                },
              },
            },
          },
          {
            request: { query: rescheduleMeeting, variables: { input: sent } },
            result: { errors: [{ message: 'x', extensions: { code: 'MEETING_OVER' } }] },
          } as never,
        ],
      },
    );

  it('shows every date to come with its holidays, and puts one off by a week', async () => {
    form({
      meetingId: 'mtg_1',
      expectedVersion: 4,
      startsAtLocal: '2026-04-07T19:00',
      durationMinutes: 120,
      andFollowing: true,
      postpone: ['2026-05-05T19:00'],
    });
    expect(screen.queryByRole('region', { name: 'できる日程' })).toBeNull();
    await user().click(screen.getByRole('radio', { name: 'この会から後ろすべて' }));
    fireEvent.change(screen.getByLabelText(/新しい日/), { target: { value: '2026-04-07' } });
    const dates = within(await screen.findByRole('region', { name: 'できる日程' }));
    // The first Tuesday; the one that was called off stays so.
    dates.getByText('2026年4月7日(火) 19:00〜21:00');
    dates.getByText('2026年7月7日(火) 19:00〜21:00');
    dates.getByText(/こどもの日/);
    expect(dates.queryByText(/2026年6月/)).toBeNull();
    // Moved singly before: it keeps its time, and the form says so.
    dates.getByText('2026年8月19日(水) 10:00〜12:00');
    dates.getByText('個別に変えた日時のまま');
    await user().click(dates.getByRole('button', { name: '2026年5月5日(火): 翌週にずらす' }));
    dates.getByText('2026年5月12日(火) 19:00〜21:00');
    await user().click(screen.getByRole('button', { name: '日時を変更' }));
    await screen.findByText(/終わ/);
  });
});
