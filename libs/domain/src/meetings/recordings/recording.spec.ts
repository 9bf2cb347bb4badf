import { describe, expect, it, test } from '@jest/globals';
import type { MemberId } from '../../kernel/index.js';
import type { Presence } from '../attendance/attendance.js';
import { code, today } from '../meeting/meetings.factory.js';
import { allAgree, linkRecording, recordingGoneAt } from './recording.js';

const there = (...presences: (Presence | null)[]) =>
  presences.map((presence, i) => ({ memberId: `m${i}` as MemberId, presence, late: false }));
const say = (...answers: (boolean | null)[]) =>
  answers.flatMap((agrees, i) => (agrees === null ? [] : [{ memberId: `m${i}` as MemberId, agrees }]));

describe('録画に同意', () => {
  test.each<[string, (Presence | null)[], (boolean | null)[], boolean]>([
    ['all who are there agree', ['PRESENT', 'ONLINE', 'ABSENT'], [true, true], true],
    ['one has not answered', ['PRESENT', 'PRESENT'], [true, null], false],
    ['one says no', ['PRESENT', 'PRESENT'], [true, false], false],
    ['a member who has left says no', ['PRESENT', null], [true, false], false],
    ['no one is there', ['ABSENT', null], [true, true], false],
  ])('%s', (_, presences, answers, expected) =>
    expect(allAgree(there(...presences), say(...answers))).toBe(expected),
  );
  test.each([
    ['OPEN', 'https://example.jp/r/1', true, 'OK'],
    ['CLOSED', 'https://example.jp/r/1', true, 'OK'],
    ['OPEN', 'https://example.jp/r/1', false, 'RECORDING_NOT_AGREED'],
    ['OPEN', 'javascript:alert(1)', true, 'BAD_USER_INPUT'],
    ['OPEN', '  ', true, 'BAD_USER_INPUT'],
    ['SCHEDULED', 'https://example.jp/r/1', true, 'MEETING_NOT_STARTED'],
    ['CANCELLED', 'https://example.jp/r/1', true, 'MEETING_CANCELLED'],
  ] as const)('a meeting that is %s, %s, agreed %s: %s', (status, url, agreed, expected) =>
    expect(code(linkRecording({ status }, url, agreed))).toBe(expected),
  );
  it('is gone after thirty days', () =>
    expect(recordingGoneAt(today)).toEqual(new Date('2026-12-20T01:00:00Z')));
});
