import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant, MemberId } from '../../kernel/index.js';
import { hotSeatOrder, type HotSeatCandidate } from './hot-seat-order.js';
import { oneMeeting, today } from '../meeting/meetings.factory.js';
import { topicPriorities, type TopicId, type TopicPriority } from './topic.js';

const meeting = oneMeeting();
const person = (n: number): MemberId => `member-${n}` as MemberId;
const topic = (
  id: string,
  of: number,
  priority: TopicPriority = 'B',
  votes = 0,
  createdAt: Instant = today,
): HotSeatCandidate => ({ id: id as TopicId, memberId: person(of), priority, votes, createdAt });
const turns = (...held: [number, string][]): Map<MemberId, Instant> =>
  new Map(held.map(([n, day]) => [person(n), new Date(`${day}T10:00:00Z`)]));
const said = (topics: HotSeatCandidate[], held: Map<MemberId, Instant>): unknown[] =>
  hotSeatOrder(topics, held, meeting).map(({ topic: { id }, reason }) => [id, reason.kind, reason.months]);

describe('the order of the hot seat', () => {
  it('puts urgency first, then waiting, then votes', () =>
    expect(
      said(
        [
          topic('later', 1, 'C', 9),
          topic('recent', 2, 'B', 5),
          topic('long ago', 3, 'B', 0),
          topic('never, liked', 4, 'B', 3),
          topic('never', 5, 'B', 1),
          topic('urgent', 2, 'A'),
        ],
        turns([2, '2026-11-01'], [3, '2026-04-01']),
      ),
    ).toEqual([
      ['urgent', 'URGENT', 1],
      ['never, liked', 'VOTES', null],
      ['never', 'NEVER', null],
      ['long ago', 'LONGEST', 8],
      ['recent', 'LONGEST', 1],
      ['later', 'NEVER', null],
    ]));

  it('counts whole months on the calendar of the meeting, and none below a month', () => {
    const months = (day: string) => hotSeatOrder([topic('a', 1)], turns([1, day]), meeting)[0]?.reason.months;
    // The meeting is on 9 December 2026.
    expect([months('2026-11-09'), months('2026-11-10'), months('2025-12-09'), months('2027-01-01')]).toEqual([
      1, 0, 12, 0,
    ]);
  });

  it('of two topics of one person prefers what more want to hear, then what came first', () => {
    const early = new Date(today.getTime() - 1);
    expect(said([topic('b', 1, 'B', 1), topic('a', 1, 'B', 2)], new Map())).toEqual([
      ['a', 'VOTES', null],
      ['b', 'NEVER', null],
    ]);
    expect(said([topic('a', 1), topic('b', 1, 'B', 0, early)], new Map())[0]).toEqual(['b', 'NEVER', null]);
  });

  const candidates = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 99 }).map((n) => `topic-${n}` as TopicId),
      memberId: fc.integer({ min: 0, max: 5 }).map(person),
      priority: fc.constantFrom(...topicPriorities),
      votes: fc.nat(3),
      createdAt: fc.integer({ min: 0, max: 3 }).map((n) => new Date(today.getTime() + n)),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  const held = fc
    .dictionary(fc.constantFrom('0', '1', '2'), fc.integer({ min: 1, max: 400 }))
    .map(
      (days) =>
        new Map(
          Object.entries(days).map(([n, ago]) => [
            person(Number(n)),
            new Date(meeting.startsAt.getTime() - ago * 86_400_000),
          ]),
        ),
    );

  it('is the same whatever order the topics come in, loses none, and breaks no rule', () =>
    fc.assert(
      fc.property(candidates, held, fc.infiniteStream(fc.nat()), (topics, turnsHeld, luck) => {
        const places = hotSeatOrder(topics, turnsHeld, meeting);
        const shuffled = topics
          .map((one) => [luck.next().value, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(hotSeatOrder(shuffled, turnsHeld, meeting)).toEqual(places);
        expect(places.map((place) => place.topic.id).sort()).toEqual(topics.map(({ id }) => id).sort());
        for (const [i, { topic: one, reason }] of places.entries()) {
          const next = places[i + 1]?.topic;
          if (next) expect(one.priority <= next.priority).toBe(true);
          if (next?.priority === one.priority) {
            const since = (of: HotSeatCandidate) => turnsHeld.get(of.memberId)?.getTime() ?? -Infinity;
            expect(since(one) <= since(next)).toBe(true);
            if (since(one) === since(next)) expect(one.votes >= next.votes).toBe(true);
          }
          expect(reason.kind === 'URGENT').toBe(one.priority === 'A');
          expect(reason.months === null).toBe(!turnsHeld.has(one.memberId));
        }
      }),
    ));
});
