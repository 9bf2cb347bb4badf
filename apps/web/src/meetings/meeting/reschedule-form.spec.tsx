import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { deviceSays } from '../../testing/device-says.js';
import { renderPage } from '../../testing/render-page.js';
import { doubleBookings } from './double-bookings.js';
import { RescheduleForm, restOfSeries } from './reschedule-form.js';

const dates = ['2026-05-13', '2026-05-20', '2026-05-27'].map((day) => `${day}T19:00`);
const meeting = {
  __typename: 'Meeting' as const,
  id: 'mtg_1',
  version: 3,
  timeZone: 'Asia/Tokyo',
  startsAt: '2026-05-13T10:00:00.000Z',
  endsAt: '2026-05-13T12:00:00.000Z',
  startsAtLocal: dates[0]!,
  durationMinutes: 120,
  group: { __typename: 'Group' as const, id: 'grp_1' },
  series: { __typename: 'MeetingSeries' as const, id: 'ser_1', rule: 'FREQ=WEEKLY;COUNT=3' },
};

const asked: object[] = [];
/** Three people are elsewhere in the evening of the 14th, one in that of the 21st. */
const render = () =>
  renderPage(<RescheduleForm meeting={meeting} onDone={() => undefined} />, {
    mocks: [
      {
        request: {
          query: doubleBookings,
          variables: (variables: object) => asked.push(variables) > 0,
        },
        result: ({ startsAtLocal }: { startsAtLocal: string[] }) => ({
          data: {
            doubleBookings: [
              { __typename: 'DoubleBooking' as const, startsAtLocal: '2026-05-14T19:00', people: 3 },
              { __typename: 'DoubleBooking' as const, startsAtLocal: '2026-05-21T19:00', people: 1 },
            ].filter((one) => startsAtLocal.includes(one.startsAtLocal)),
          },
        }),
        maxUsageCount: 100,
      } as never,
      {
        request: { query: restOfSeries, variables: { id: 'mtg_1' } },
        result: {
          data: {
            node: {
              __typename: 'Meeting' as const,
              id: 'mtg_1',
              restOfSeries: {
                __typename: 'RestOfSeries' as const,
                rule: meeting.series.rule,
                dates: dates.map((slot) => ({ __typename: 'SeriesDate' as const, slot, local: slot })),
              },
            },
          },
        },
      },
    ],
  });
const moveTo = (day: string): void => {
  fireEvent.change(screen.getByLabelText(/新しい日/), { target: { value: day } });
};
const busy = /この時間に別の会がある方が\d人います/;

deviceSays('2026-04-01T00:00:00Z');
beforeEach(() => void (asked.length = 0));
afterEach(() => localStorage.clear());

describe('moving a meeting', () => {
  it('says how many people are expected elsewhere at the new time, its own series left out', async () => {
    const { container } = render();
    moveTo('2026-05-14');
    await screen.findByText('この時間に別の会がある方が3人います');
    expect(asked.at(-1)).toEqual({
      groupId: 'grp_1',
      timeZone: 'Asia/Tokyo',
      durationMinutes: 120,
      moving: 'mtg_1',
      startsAtLocal: ['2026-05-14T19:00'],
    });
    moveTo('2026-05-15');
    await waitFor(() => expect(screen.queryByText(busy)).toBeNull());
    jest.useRealTimers();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('says so at each date that follows', async () => {
    render();
    moveTo('2026-05-14');
    await userEvent.setup({ delay: null }).click(screen.getByRole('radio', { name: 'この会から後ろすべて' }));
    const preview = await screen.findByRole('region', { name: 'できる日程' });
    await within(preview).findByText('この時間に別の会がある方が1人います');
    expect(screen.getAllByText(busy).map(({ textContent }) => textContent)).toEqual([
      'この時間に別の会がある方が3人います',
      'この時間に別の会がある方が1人います',
    ]);
    expect(asked.at(-1)).toMatchObject({
      startsAtLocal: ['2026-05-14T19:00', '2026-05-21T19:00', '2026-05-28T19:00'],
    });
  });
});
