import { describe, expect, it, test } from '@jest/globals';
import { hours, plus, type MemberId } from '../../kernel/index.js';
import type { Meeting } from '../meeting/meeting.js';
import { code, hanako, oneMeeting, today, value } from '../meeting/meetings.factory.js';
import {
  editTopic,
  hasHotSeat,
  proposeTopic,
  releaseTopic,
  takeTopic,
  voteForTopic,
  withdrawTopic,
  type Topic,
  type TopicDraft,
  type TopicId,
} from './topic.js';

const facts = {
  id: '00000000-0000-7000-8000-000000000888' as TopicId,
  memberId: hanako,
  ownSoFar: 0,
  now: today,
};
const propose = (draft: TopicDraft, changes: Partial<typeof facts> = {}) =>
  proposeTopic(oneMeeting(), draft, { ...facts, ...changes });
const topic: Topic = value(propose({ title: '値上げ' })).next;
const begun = oneMeeting({ status: 'OPEN' });

describe('a topic', () => {
  test.each<[string, TopicDraft, number, string]>([
    ['a title', { title: '値上げ' }, 0, 'OK'],
    ['no title', { title: ' ' }, 0, 'BAD_USER_INPUT'],
    ['121 characters', { title: '長'.repeat(121) }, 0, 'BAD_USER_INPUT'],
    ['four minutes', { title: 'a', minutes: 4 }, 0, 'BAD_USER_INPUT'],
    ['120 minutes', { title: 'a', minutes: 120 }, 0, 'OK'],
    ['121 minutes', { title: 'a', minutes: 121 }, 0, 'BAD_USER_INPUT'],
    ['a fifth one', { title: 'a' }, 4, 'OK'],
    ['a sixth one', { title: 'a' }, 5, 'BAD_USER_INPUT'],
  ])('of %s', (_what, draft, ownSoFar, expected) =>
    expect(code(propose(draft, { ownSoFar }))).toBe(expected),
  );

  it('is B and twenty minutes unless said, and keeps what an edit does not name', () => {
    expect(topic).toMatchObject({ priority: 'B', minutes: 20, detail: null });
    const edited = editTopic(oneMeeting(), topic, false, { minutes: 30, detail: 'くわしく' }, today);
    expect(value(edited).next).toMatchObject({
      title: '値上げ',
      minutes: 30,
      detail: 'くわしく',
      version: 2,
    });
    expect(code(editTopic(oneMeeting(), topic, false, { title: 'x', expectedVersion: 9 }, today))).toBe(
      'CONFLICT',
    );
  });

  it('stays once it was taken up in a meeting that has begun', () => {
    expect(code(withdrawTopic(begun, topic, true, today))).toBe('TOPIC_TAKEN');
    expect(code(editTopic(begun, topic, true, { title: 'x' }, today))).toBe('TOPIC_TAKEN');
    const late = plus(oneMeeting().startsAt, hours(1));
    expect(code(withdrawTopic(oneMeeting(), topic, true, late))).toBe('TOPIC_TAKEN');
    expect(code(withdrawTopic(oneMeeting(), topic, true, today))).toBe('OK');
    expect(code(withdrawTopic(begun, topic, false, today))).toBe('OK');
    expect(code(withdrawTopic(oneMeeting({ status: 'CANCELLED' }), topic, true, late))).toBe('OK');
  });

  it('is voted for by others', () => {
    expect(code(voteForTopic(oneMeeting(), topic, hanako, today))).toBe('FORBIDDEN');
    expect(code(voteForTopic(oneMeeting(), topic, 'someone' as MemberId, today))).toBe('OK');
  });
});

describe('taking a topic up', () => {
  const agenda = (key: string | null, speakerRule: 'ALL' | 'PRESENTER' = 'ALL'): Pick<Meeting, 'agenda'> => ({
    agenda: [{ ...oneMeeting().agenda[0]!, key, speakerRule }],
  });
  test.each([
    [0, agenda('introductions'), false],
    [1, agenda('updates'), false],
    [2, agenda('introductions'), true],
    [0, agenda('hot-seat'), true],
    [0, agenda('report', 'PRESENTER'), true],
  ])(
    'after %i meetings, where the agenda has a place for it or trust has grown',
    (before, meeting, expected) => expect(hasHotSeat(meeting, before)).toBe(expected),
  );
  it('is possible before and during the meeting', () => {
    const after = plus(oneMeeting().endsAt, 0);
    const take = (meeting: Meeting, now = today, before = 5) => code(takeTopic(meeting, topic, before, now));
    expect([
      take(oneMeeting()),
      take(begun),
      take(oneMeeting(), after),
      take(oneMeeting({ status: 'CANCELLED' })),
      take({ ...oneMeeting(), agenda: [] }, today, 1),
    ]).toEqual(['OK', 'OK', 'MEETING_OVER', 'MEETING_CANCELLED', 'HOT_SEAT_TOO_EARLY']);
    expect(code(releaseTopic(begun, topic, today))).toBe('OK');
  });
});
