import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deviceSays } from '../../testing/device-says.js';
import { renderPage } from '../../testing/render-page.js';
import { doubleBookings } from './double-bookings.js';
import { editSeries, EditSeries } from './edit-series.js';

const elsewhere = {
  request: { query: doubleBookings, variables: () => true },
  result: {
    data: {
      doubleBookings: [
        { __typename: 'DoubleBooking' as const, startsAtLocal: '2026-05-13T19:00', people: 3 },
        { __typename: 'DoubleBooking' as const, startsAtLocal: '2026-05-28T19:00', people: 1 },
      ],
    },
  },
  maxUsageCount: 100,
};

deviceSays('2026-04-01T00:00:00Z');

afterEach(() => localStorage.clear());

const user = () => userEvent.setup({ delay: null });

describe('changing a series', () => {
  const rest = {
    rule: 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3',
    startsAtLocal: '2026-04-30T19:00',
    skip: ['2026-05-07T19:00'],
    postpone: ['2026-05-04T19:00'],
  };
  const input = {
    meetingId: 'mtg_1',
    expectedVersion: 3,
    title: '月次レビュー',
    rule: rest.rule,
    startsAtLocal: rest.startsAtLocal,
    durationMinutes: 120,
    format: 'IN_PERSON' as const,
    place: '会議室',
    url: null,
    skip: rest.skip,
    postpone: rest.postpone,
  };
  const editor = (sent: object, onDone: () => void, changes: object = {}) =>
    renderPage(
      <EditSeries
        group={{ id: 'grp_1' }}
        timeZone="Asia/Tokyo"
        from={{
          id: 'mtg_1',
          version: 3,
          title: '月次レビュー',
          rest: { ...rest, ...changes },
          durationMinutes: 120,
          format: 'IN_PERSON',
          place: '会議室',
          url: null,
        }}
        onDone={onDone}
      />,
      {
        mocks: [
          elsewhere,
          {
            request: { query: editSeries, variables: { input: sent } },
            result: { data: { editSeries: { __typename: 'Meeting' as const, id: 'mtg_1', version: 4 } } },
          },
        ],
      },
    );
  const repeat = () => screen.getByLabelText('くり返し') as HTMLSelectElement;

  it('says a rule that the boxes have no words for, and sends it back as it is', async () => {
    let done = false;
    editor({ ...input, title: '水曜の会' }, () => (done = true));
    screen.getByText('毎週 月・木曜日 19:00〜21:00(全3回)');
    expect(repeat().value).toBe('kept');
    screen.getByText('お休み');
    screen.getByText('翌週にずらしました');
    await user().clear(screen.getByRole('textbox', { name: /会の名前/ }));
    await user().type(screen.getByRole('textbox', { name: /会の名前/ }), '水曜の会');
    await user().click(screen.getByRole('button', { name: 'この会から先を変更' }));
    await waitFor(() => expect(done).toBe(true));
  });

  it('takes another rule only when one is chosen, and the old one back again', async () => {
    let done = false;
    editor({ ...input, rule: 'FREQ=WEEKLY;BYDAY=WE;COUNT=3', skip: [], postpone: [] }, () => (done = true));
    await user().selectOptions(repeat(), 'Weekly');
    await user().selectOptions(repeat(), 'kept');
    screen.getByText('毎週 月・木曜日 19:00〜21:00(全3回)');
    await user().selectOptions(repeat(), 'Weekly');
    await user().click(screen.getByRole('button', { name: 'この会から先を変更' }));
    await waitFor(() => expect(done).toBe(true));
  });

  it('opens a rule that the boxes can say in the boxes', async () => {
    editor(input, () => undefined, { rule: 'FREQ=MONTHLY;BYDAY=-1TH;COUNT=3', skip: [], postpone: [] });
    expect(repeat().value).toBe('MonthlyByWeekday');
    expect(within(repeat()).queryByRole('option', { name: '一度だけ' })).toBeNull();
    expect((screen.getByLabelText('第何') as HTMLSelectElement).value).toBe('-1');
    await screen.findByText('この時間に別の会がある方が1人います');
  });
});
