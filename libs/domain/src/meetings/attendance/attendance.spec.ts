import { describe, expect, it, test } from '@jest/globals';
import { minutes, plus } from '../../kernel/index.js';
import type { Meeting } from '../meeting/meeting.js';
import { code, hanako, oneMeeting, value } from '../meeting/meetings.factory.js';
import {
  correctAttendance,
  markAttendance,
  takesAttendance,
  type Attendance,
  type Presence,
} from './attendance.js';

const meeting = oneMeeting();
const at = (before: number) => plus(meeting.startsAt, -minutes(before));
const mark = (presence: Presence | null, late = false, changes: Partial<Meeting> = {}): string =>
  code(markAttendance({ ...meeting, ...changes }, { memberId: hanako, presence, late }, at(0)));

describe('来ました', () => {
  test.each<[string, Partial<Meeting>, number, string]>([
    ['half an hour before', {}, 30, 'OK'],
    ['a minute earlier', {}, 31, 'MEETING_NOT_STARTED'],
    ['in the middle', {}, -60, 'OK'],
    ['when it has ended', {}, -120, 'MEETING_OVER'],
    ['when it is open, long before', { status: 'OPEN' }, 5_000, 'OK'],
    ['when it runs late', { status: 'OPEN' }, -300, 'OK'],
    ['once it is closed', { status: 'CLOSED' }, 0, 'MEETING_OVER'],
    ['called off', { status: 'CANCELLED' }, 0, 'MEETING_CANCELLED'],
  ])('%s', (_, changes, before, expected) =>
    expect(code(takesAttendance({ ...meeting, ...changes }, at(before)))).toBe(expected),
  );
  it('in the room or online, late or not, not there, or taken back', () => {
    expect([mark('PRESENT'), mark('ONLINE', true), mark('ABSENT'), mark(null)]).toEqual([
      'OK',
      'OK',
      'OK',
      'OK',
    ]);
    expect(mark('ONLINE', false, { format: 'IN_PERSON' })).toBe('NO_ONLINE_PART');
    expect([mark('ABSENT', true), mark(null, true)]).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });
});

describe('correcting who was there', () => {
  const closed: Meeting = { ...meeting, status: 'CLOSED' };
  const correct = (presence: Presence, late = false, of = closed, before: Attendance | null = null) =>
    correctAttendance(of, before, { memberId: hanako, presence, late });
  test.each<[string, ReturnType<typeof correct>]>([
    ['OK', correct('PRESENT', true)],
    ['MEETING_NOT_CLOSED', correct('PRESENT', false, { ...meeting, status: 'OPEN' })],
    ['MEETING_NOT_CLOSED', correct('PRESENT', false, meeting)],
    ['MEETING_CANCELLED', correct('PRESENT', false, { ...meeting, status: 'CANCELLED' })],
    ['NO_ONLINE_PART', correct('ONLINE', false, { ...closed, format: 'IN_PERSON' })],
    ['BAD_USER_INPUT', correct('ABSENT', true)],
  ])('%s', (expected, result) => expect(code(result)).toBe(expected));
  it('to what stands there already changes nothing', () => {
    const before = { memberId: hanako, presence: 'PRESENT', late: false } as const;
    expect(value(correct('PRESENT', false, closed, before))).toEqual({ isNew: false, events: [] });
    expect(value(correct('PRESENT', true, closed, before)).isNew).toBe(true);
  });
});
