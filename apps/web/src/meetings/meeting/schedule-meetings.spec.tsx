import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { deviceSays } from '../../testing/device-says.js';
import { renderPage } from '../../testing/render-page.js';
import { ruleText, usualRule } from './rule-builder.js';
import { ownAgendas } from '../agendas/agenda-select.js';
import { doubleBookings } from './double-bookings.js';
import { editSeries, ScheduleMeetings } from './schedule-meetings.js';

const page = () => (
  <ScheduleMeetings
    group={{ id: 'grp_1', name: 'みなと水曜会' }}
    timeZone="Asia/Tokyo"
    onDone={() => undefined}
  />
);

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
const options = {
  mocks: [
    elsewhere,
    {
      request: { query: ownAgendas, variables: { id: 'grp_1' } },
      result: {
        data: {
          node: {
            ...{ __typename: 'Group' as const, id: 'grp_1' },
            agendaTemplates: [{ __typename: 'AgendaTemplate' as const, id: 'agt_1', name: '短い会' }],
          },
        },
      },
    },
  ],
};

deviceSays('2026-04-01T00:00:00Z');
afterEach(() => localStorage.clear());

const user = () => userEvent.setup({ delay: null });

describe('planning a year of meetings', () => {
  it('shows every date of 毎月 第2水曜日 before anything is made, and the agendas to choose from', async () => {
    renderPage(page(), options);
    await screen.findByRole('option', { name: '短い会' });
    screen.getByText('2026年4月8日(水) 19:00〜21:00');
    screen.getByText('2026年5月13日(水) 19:00〜21:00');
    screen.getByRole('button', { name: '12回の予定を決定' });
  });

  it('says at which of them people are expected elsewhere, and how many', async () => {
    renderPage(page(), options);
    await screen.findByText('この時間に別の会がある方が3人います');
    expect(screen.getAllByText(/別の会がある方/)).toHaveLength(1);
  });

  it('names a holiday among the dates and moves that one to the week after', async () => {
    renderPage(page(), options);
    await user().selectOptions(screen.getByLabelText('第何'), '第1');
    await user().click(screen.getByRole('button', { name: '2026年5月6日(水): 翌週にずらす' }));
    screen.getByText('2026年5月13日(水) 19:00〜21:00');
    screen.getByText('翌週にずらしました');
  });

  it('leaves out a date nobody can make', async () => {
    renderPage(page(), options);
    await user().click(screen.getByRole('button', { name: '2026年8月12日(水): この日は休む' }));
    screen.getByText('お休み');
    screen.getByRole('button', { name: '11回の予定を決定' });
    await user().click(screen.getByRole('button', { name: '2026年8月12日(水): 元に戻す' }));
    screen.getByRole('button', { name: '12回の予定を決定' });
  });

  it('says so while no date can come of it', async () => {
    renderPage(page(), options);
    await screen.findByText(/別の会がある方/);
    fireEvent.change(screen.getByLabelText(/はじめる日/), { target: { value: '' } });
    within(screen.getByRole('region', { name: 'できる日程' })).getByText(/日時を決めると/);
  });

  it('is chosen from words and becomes a rule that calendars know', () => {
    expect(ruleText(usualRule)).toBe('FREQ=MONTHLY;BYDAY=2WE;COUNT=12');
    expect(ruleText({ ...usualRule, ordinal: -1, weekday: 'FR', ends: 'never' })).toBe(
      'FREQ=MONTHLY;BYDAY=-1FR',
    );
    expect(ruleText({ ...usualRule, repeat: 'Weekly', interval: 2, count: 5 })).toBe(
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=5',
    );
    expect(ruleText({ ...usualRule, repeat: 'once' })).toBeNull();
    expect(ruleText({ ...usualRule, ends: 'until', until: '' })).toBeUndefined();
  });

  it('can be used by everybody', async () => {
    const { container } = renderPage(page(), options);
    await screen.findByText(/別の会がある方/);
    jest.useRealTimers();
    expect((await axe(container)).violations).toEqual([]);
  });
});

describe('changing a series', () => {
  const rest = {
    rule: 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3',
    startsAtLocal: '2026-04-30T19:00',
    skip: ['2026-05-07T19:00'],
    postpone: ['2026-05-04T19:00'],
  };
  const input = {
    ...{ meetingId: 'mtg_1', expectedVersion: 3, title: '月次レビュー', rule: rest.rule },
    ...{ startsAtLocal: rest.startsAtLocal, durationMinutes: 120, format: 'IN_PERSON' as const },
    ...{ place: '会議室', url: null, skip: rest.skip, postpone: rest.postpone },
  };
  const editor = (sent: object, onDone: () => void, changes: object = {}) =>
    renderPage(
      <ScheduleMeetings
        group={{ id: 'grp_1', name: 'みなと水曜会' }}
        timeZone="Asia/Tokyo"
        from={{
          ...{ id: 'mtg_1', version: 3, title: '月次レビュー', rest: { ...rest, ...changes } },
          ...{ durationMinutes: 120, format: 'IN_PERSON', place: '会議室', url: null },
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

  it('takes another rule only from somebody who chooses one, and the old one back again', async () => {
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
