import { describe, expect, it, test } from '@jest/globals';
import type { MemberId } from '../../kernel/index.js';
import { code, hanako, oneMeeting, today, value } from '../meeting/meetings.factory.js';
import { bringTopicBack, isTimeToLookBack, type LookBack } from './bring-topic-back.js';
import type { Topic, TopicId } from './topic.js';

const then = oneMeeting({ status: 'CLOSED', startsAtLocal: '2025-11-20T19:00' });
const next = oneMeeting();
const topic: Topic = {
  id: 'then' as TopicId,
  meetingId: then.id,
  groupId: then.groupId,
  memberId: hanako,
  title: '後継ぎのこと',
  detail: 'くわしく',
  priority: 'A',
  minutes: 40,
  createdAt: today,
  version: 3,
};
const agreed: LookBack = { meetingId: then.id, topicId: topic.id, again: null };
const bring = (
  lookBack: LookBack | null = agreed,
  facts: { memberId?: MemberId; ownSoFar?: number; now?: Date } = {},
) =>
  bringTopicBack(then, topic, lookBack, next, {
    id: 'again' as TopicId,
    memberId: hanako,
    ownSoFar: 0,
    now: today,
    ...facts,
  });

describe('a year later', () => {
  it('the topic is on the next meeting as it was, and a topic like any other', () =>
    expect(value(bring())!.next).toEqual({
      ...topic,
      id: 'again',
      meetingId: next.id,
      version: 1,
      createdAt: today,
    }));

  it('once is enough', () =>
    expect(value(bring({ ...agreed, again: { topicId: 'a' as TopicId, meetingId: next.id } }))).toBeNull());

  test.each([
    ['without having agreed', null, {}, 'FORBIDDEN'],
    ['by another member', agreed, { memberId: 'sato' as MemberId }, 'FORBIDDEN'],
    ['a minute before the morning', agreed, { now: new Date('2026-11-19T22:59:00Z') }, 'FORBIDDEN'],
    ['on that morning', agreed, { now: new Date('2026-11-19T23:00:00Z') }, 'OK'],
    ['as a sixth topic', agreed, { ownSoFar: 5 }, 'BAD_USER_INPUT'],
  ] as const)('%s: %s', (_, lookBack, facts, expected) =>
    expect(code(bring(lookBack, facts))).toBe(expected),
  );

  it('is never of a meeting that did not come about', () =>
    expect(isTimeToLookBack({ ...then, status: 'CANCELLED' }, today)).toBe(false));
});
