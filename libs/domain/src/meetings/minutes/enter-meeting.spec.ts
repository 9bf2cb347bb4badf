import { describe, expect, it, test } from '@jest/globals';
import type { Group } from '../../groups/index.js';
import { minutes, plus, type MemberId } from '../../kernel/index.js';
import type { Presence } from '../attendance/attendance.js';
import type { Meeting } from '../meeting/meeting.js';
import { code, groupId, hanako, oneMeeting, today } from '../meeting/meetings.factory.js';
import { enterMeeting, readDecisionLines } from './enter-meeting.js';

const meeting = oneMeeting();
const group = {
  id: groupId,
  memberships: [
    { memberId: hanako, role: 'FACILITATOR', deputy: false, takesPart: true, joinedAt: today, version: 1 },
  ],
} as unknown as Group;
const came = (presence: Presence | null = 'PRESENT', memberId = hanako) => ({
  memberId,
  presence,
  late: false,
});
const enter = (changes: Partial<Meeting>, minute: number, people = [came()]) =>
  enterMeeting({ ...meeting, ...changes }, group, people, plus(meeting.startsAt, minutes(minute)));

describe('a meeting on paper', () => {
  test.each<[string, Partial<Meeting>, number, string]>([
    ['before it began', {}, -1, 'MEETING_NOT_STARTED'],
    ['in the middle', {}, 60, 'OK'],
    ['the day after', {}, 1_500, 'OK'],
    ['that was opened', { status: 'OPEN' }, -60, 'OK'],
    ['that is closed', { status: 'CLOSED' }, 60, 'MEETING_OVER'],
    ['that was called off', { status: 'CANCELLED' }, 60, 'MEETING_CANCELLED'],
  ])('%s', (_, changes, minute, expected) => expect(code(enter(changes, minute))).toBe(expected));
  it('is opened first only while its hour is not over', () => {
    expect(enter({}, 60)).toEqual({ ok: true, value: { opens: true } });
    expect(enter({}, 1_500)).toEqual({ ok: true, value: { opens: false } });
    expect(enter({ status: 'OPEN' }, 60)).toEqual({ ok: true, value: { opens: false } });
  });
  it('names people of the group, each once, and at least one', () => {
    expect(code(enter({}, 60, []))).toBe('BAD_USER_INPUT');
    expect(code(enter({}, 60, [came('ABSENT')]))).toBe('BAD_USER_INPUT');
    expect(code(enter({}, 60, [came(), came()]))).toBe('BAD_USER_INPUT');
    expect(code(enter({}, 60, [came('PRESENT', 'x' as MemberId)]))).toBe('NOT_FOUND');
    expect(code(enter({ format: 'IN_PERSON' }, 60, [came('ONLINE')]))).toBe('NO_ONLINE_PART');
  });
});
test.each([
  ['', []],
  ['次は山田さんの店\n\n 会費は500円 \n', ['次は山田さんの店', '会費は500円']],
])('%j holds %j', (text, lines) => expect(readDecisionLines(text)).toEqual({ ok: true, value: lines }));
it('a line that is too long is turned down', () =>
  expect(readDecisionLines(`短い\n${'あ'.repeat(201)}`)).toMatchObject({
    ok: false,
    error: { field: 'decisions' },
  }));
