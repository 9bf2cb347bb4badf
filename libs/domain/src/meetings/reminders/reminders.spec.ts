import { describe, expect, it, test } from '@jest/globals';
import { hours, minutes, plus } from '../../kernel/index.js';
import type { Meeting } from '../meeting/meeting.js';
import { oneMeeting } from '../meeting/meetings.factory.js';
import { reminderPlan, reminderVerdict, type ReminderLead } from './reminders.js';

const meeting = oneMeeting();
const madeBefore = (hoursBefore: number, changes: Partial<Meeting> = {}): Meeting => ({
  ...meeting,
  timeSetAt: plus(meeting.startsAt, -hours(hoursBefore)),
  ...changes,
});

describe('a meeting', () => {
  test.each([
    [24 * 30, ['7d', '24h', '1h']],
    [24 * 7, ['24h', '1h']],
    [25, ['24h', '1h']],
    [24, ['1h']],
    [1, []],
    [0.1, []],
  ] as const)('made %s hours before it begins reminds %j', (made, leads) =>
    expect(reminderPlan(madeBefore(made)).map((reminder) => reminder.lead)).toEqual(leads),
  );
  it('that was called off, is under way or over sends no reminder', () => {
    for (const status of ['CANCELLED', 'OPEN', 'CLOSED'] as const)
      expect(reminderPlan(madeBefore(900, { status }))).toEqual([]);
  });
});

describe('when the timer is due', () => {
  const verdict = (lead: ReminderLead, hoursBefore: number, changes: Partial<Meeting> = {}) =>
    reminderVerdict(madeBefore(24 * 30, changes), lead, plus(meeting.startsAt, -hours(hoursBefore)));
  test.each<[ReminderLead, number, ReturnType<typeof verdict>]>([
    ['7d', 24 * 7, 'SEND'],
    ['7d', 24 * 7 + 1, 'WAIT'],
    ['7d', 100, 'SEND'],
    ['7d', 24, 'SILENT'],
    ['24h', 24, 'SEND'],
    ['24h', 0.5, 'SILENT'],
    ['1h', 0.5, 'SEND'],
    ['1h', -1, 'SEND'],
    ['1h', -2, 'SILENT'],
  ])('the one of %s, %s hours before the beginning: %s', (lead, before, expected) =>
    expect(verdict(lead, before)).toBe(expected),
  );
  it('stays silent after a cancellation and once the meeting has begun', () => {
    expect(verdict('24h', 24, { status: 'CANCELLED' })).toBe('SILENT');
    expect(verdict('1h', 1, { status: 'OPEN' })).toBe('SILENT');
  });
  it('does not catch up on a reminder whose time had passed when the meeting was moved', () => {
    expect(reminderVerdict(madeBefore(3), '24h', plus(meeting.startsAt, -minutes(90)))).toBe('SILENT');
  });
});
