import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { deviceSays } from '../../testing/device-says.js';
import { renderPage } from '../../testing/render-page.js';
import { ruleText, usualRule } from './rule-builder.js';
import { agendaTemplateChoices } from '../agendas/agenda-select.js';
import { doubleBookings } from './double-bookings.js';
import { ScheduleMeetings } from './schedule-meetings.js';

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
      request: { query: agendaTemplateChoices, variables: { id: 'grp_1' } },
      result: {
        data: {
          node: {
            __typename: 'Group' as const,
            id: 'grp_1',
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

  it('leaves out a date that was taken off the list', async () => {
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

  it('is accessible', async () => {
    const { container } = renderPage(page(), options);
    await screen.findByText(/別の会がある方/);
    jest.useRealTimers();
    expect((await axe(container)).violations).toEqual([]);
  });
});
