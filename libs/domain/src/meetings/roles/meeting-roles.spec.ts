import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { days, plus, type MemberId } from '../../kernel/index.js';
import {
  meetingRoles,
  nextForRole,
  passMeetingRoleOn,
  roleOrder,
  rolesOf,
  setMeetingRole,
  swapMeetingRoles,
  takeMeetingRole,
  type MeetingRole,
  type RoleDeclined,
  type RoleHeld,
  type RoleHistory,
} from './meeting-roles.js';
import { after, code, oneMeeting, today, value } from '../meeting/meetings.factory.js';
import { suggestMeetingRoles } from './suggest-meeting-roles.js';

const ago = (n: number) => plus(today, -days(n));
const id = (name: string) => name as MemberId;
const person = (
  name: string,
  meetings: number,
  turns: Partial<Record<MeetingRole, readonly [times: number, daysAgo: number]>> = {},
  joined = 1_000,
): RoleHistory => ({
  memberId: id(name),
  joinedAt: ago(joined),
  meetings,
  turns: Object.fromEntries(
    Object.entries(turns).map(([role, [times, last]]) => [role, { times, last: ago(last) }]),
  ),
});

describe('whose turn it is', () => {
  test.each<[string, RoleHistory[], string[]]>([
    [
      'who has done it least for the meetings they could have',
      [
        person('a', 12, { HOST: [3, 90] }),
        person('b', 12, { HOST: [1, 30] }),
        person('c', 12, { HOST: [2, 60] }),
      ],
      ['b', 'c', 'a'],
    ],
    [
      'after equally many, who waits longest',
      [person('a', 12, { HOST: [1, 30] }), person('b', 12, { HOST: [1, 200] })],
      ['b', 'a'],
    ],
    [
      'one turn in seven meetings weighs more than one in twelve',
      [person('short', 7, { HOST: [1, 200] }), person('long', 12, { HOST: [1, 30] })],
      ['long', 'short'],
    ],
    [
      'a newcomer’s first two meetings do not count: one turn in three is a turn at every chance',
      [person('new', 3, { HOST: [1, 60] }), person('old', 8, { HOST: [3, 10] })],
      ['old', 'new'],
    ],
    [
      'a newcomer of one meeting looks on first',
      [person('new', 1, {}, 20), person('old', 12, { HOST: [6, 30] })],
      ['old', 'new'],
    ],
    [
      'of those who never did it, who has been there longer',
      [person('late', 4, {}, 120), person('early', 4, {}, 400)],
      ['early', 'late'],
    ],
  ])('%s', (_, people, expected) => expect(roleOrder('HOST', people)).toEqual(expected));

  const someone = fc.record({
    memberId: fc.uuid().map((text) => text as MemberId),
    joinedAt: fc.integer({ min: 0, max: 900 }).map(ago),
    meetings: fc.integer({ min: 0, max: 30 }),
    turns: fc.record(
      {
        HOST: fc.record({
          times: fc.integer({ min: 0, max: 9 }),
          last: fc.integer({ min: 1, max: 900 }).map(ago),
        }),
      },
      { requiredKeys: [] },
    ),
  });
  const group = fc.uniqueArray(someone, {
    minLength: 1,
    maxLength: 12,
    selector: ({ memberId }) => memberId,
  });
  it('names each attendee once, and the same facts in any order give the same order', () => {
    fc.assert(
      fc.property(group, (people) => {
        const order = roleOrder('HOST', people);
        expect([...order].sort()).toEqual(people.map(({ memberId }) => memberId).sort());
        expect(roleOrder('HOST', [...people].reverse())).toEqual(order);
      }),
    );
  });
  it('goes round: no attendee is asked again while one who was always there has not been', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10 }), fc.integer({ min: 1, max: 30 }), (size, rounds) => {
        const times = new Map(
          Array.from({ length: size }, (_, i) => [id(`m${i}`), { times: 0, last: ago(999) }]),
        );
        for (let round = 0; round < rounds; round++) {
          const people = [...times].map(([memberId, turn]) => ({
            memberId,
            joinedAt: ago(999),
            meetings: round + 5,
            turns: turn.times > 0 ? { HOST: turn } : {},
          }));
          const next = roleOrder('HOST', people)[0]!;
          times.set(next, { times: times.get(next)!.times + 1, last: ago(900 - round * 30) });
        }
        const counts = [...times.values()].map((turn) => turn.times);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('gives no attendee two roles while there are people enough, and skips those who said no', () => {
    const declines = fc.array(
      fc.record({ role: fc.constantFrom(...meetingRoles), of: fc.integer({ min: 0, max: 11 }) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(group, declines, (people, list) => {
        const declined = list
          .filter(({ of }) => of < people.length)
          .map(({ role, of }): RoleDeclined => ({ role, memberId: people[of]!.memberId }));
        const roles = suggestMeetingRoles(meetingRoles, [], { people, declined });
        for (const { role, memberId } of roles) expect(declined).not.toContainEqual({ role, memberId });
        if (people.length >= 3 && declined.length === 0) {
          expect(roles).toHaveLength(3);
          expect(new Set(roles.map(({ memberId }) => memberId)).size).toBe(3);
        }
        expect(suggestMeetingRoles(meetingRoles, [], { people: [...people].reverse(), declined })).toEqual(
          roles,
        );
      }),
    );
  });
});

describe('the suggestion', () => {
  const people = ['a', 'b', 'c'].map((name, i) => person(name, 10, {}, 900 - i));
  it('begins with the hot seat, and avoids two roles for one', () =>
    expect(suggestMeetingRoles(meetingRoles, [], { people, declined: [] })).toEqual([
      { role: 'HOT_SEAT', memberId: 'a', because: 'ROTATION' },
      { role: 'HOST', memberId: 'b', because: 'ROTATION' },
      { role: 'TIMEKEEPER', memberId: 'c', because: 'ROTATION' },
    ]));
  it('finds the one way in which each attendee has one role', () => {
    const declined = (['b', 'c'] as const).map((name) => ({
      role: 'TIMEKEEPER' as const,
      memberId: id(name),
    }));
    const roles = suggestMeetingRoles(meetingRoles, [], { people, declined });
    expect(new Map(roles.map(({ role, memberId }) => [role, memberId]))).toEqual(
      new Map([
        ['HOT_SEAT', 'b'],
        ['HOST', 'c'],
        ['TIMEKEEPER', 'a'],
      ]),
    );
  });
  it('listens to topics first', () =>
    expect(
      suggestMeetingRoles(['HOT_SEAT'], [], { people, declined: [], topicOrder: [id('c'), id('gone')] }),
    ).toEqual([{ role: 'HOT_SEAT', memberId: 'c', because: 'TOPIC' }]));
  it('leaves what is settled as it is', () => {
    const held: RoleHeld[] = [{ role: 'HOST', memberId: id('a'), because: 'CHOSEN' }];
    expect(
      suggestMeetingRoles(meetingRoles, held, { people, declined: [] }).map(({ memberId }) => memberId),
    ).toEqual(['b', 'c']);
  });
  it('gives two roles to one of two people, and none where no one comes', () => {
    expect(suggestMeetingRoles(meetingRoles, [], { people: people.slice(0, 2), declined: [] })).toHaveLength(
      3,
    );
    expect(suggestMeetingRoles(meetingRoles, [], { people: [], declined: [] })).toEqual([]);
  });
  it('has a hot seat where a member is listened to', () => {
    expect(rolesOf(oneMeeting())).toEqual(meetingRoles);
    expect(rolesOf({ agenda: [] })).toEqual(['HOST', 'TIMEKEEPER']);
  });
});

describe('passing a role on', () => {
  const people = ['a', 'b', 'c'].map((name, i) => person(name, 10, {}, 900 - i));
  const held: RoleHeld[] = [
    { role: 'HOST', memberId: id('a'), because: 'ROTATION' },
    { role: 'TIMEKEEPER', memberId: id('b'), because: 'ROTATION' },
  ];
  const meeting = oneMeeting();
  const pass = (who: string, declined: readonly RoleDeclined[] = []) =>
    passMeetingRoleOn(meeting, 'HOST', held, id(who), { people, declined }, today);
  it('asks the next who has none', () =>
    expect(value(pass('a'))).toMatchObject({
      next: { role: 'HOST', memberId: 'c', because: 'STEPPED_IN' },
      declined: { role: 'HOST', memberId: 'a' },
    }));
  it('asks a member with another role when all others have passed it on', () =>
    expect(value(pass('a', [{ role: 'HOST', memberId: id('c') }])).next?.memberId).toBe('b'));
  it('leaves it free when all have passed it on', () => {
    const declined = ['b', 'c'].map((name) => ({ role: 'HOST' as const, memberId: id(name) }));
    expect(value(pass('a', declined)).next).toBeNull();
    expect(nextForRole('HOST', [], { people: [], declined: [] })).toBeNull();
  });
  it('is for its holder', () => expect(code(pass('b'))).toBe('ROLE_TAKEN'));
  it('ends when the meeting begins', () => {
    const facts = { people, declined: [] };
    expect(code(passMeetingRoleOn(oneMeeting({ status: 'OPEN' }), 'HOST', held, id('a'), facts, today))).toBe(
      'MEETING_STARTED',
    );
    expect(code(passMeetingRoleOn(meeting, 'HOST', held, id('a'), facts, after))).toBe('MEETING_OVER');
  });
  it('a free one can be taken, one that is held cannot, nor one that the meeting does not have', () => {
    expect(value(takeMeetingRole(meeting, 'HOT_SEAT', held, id('c'), today)).next).toMatchObject({
      memberId: 'c',
    });
    expect(code(takeMeetingRole(meeting, 'HOST', held, id('c'), today))).toBe('ROLE_TAKEN');
    expect(code(takeMeetingRole(oneMeeting({ agenda: [] }), 'HOT_SEAT', [], id('c'), today))).toBe(
      'ROLE_TAKEN',
    );
  });
  it('the facilitator gives it to any member, also while the meeting runs', () => {
    expect(value(setMeetingRole(oneMeeting({ status: 'OPEN' }), 'HOST', id('b'), today)).next).toMatchObject({
      because: 'CHOSEN',
    });
    expect(value(setMeetingRole(meeting, 'HOST', null, today)).next).toBeNull();
    expect(code(setMeetingRole(oneMeeting({ status: 'CANCELLED' }), 'HOST', null, today))).toBe(
      'MEETING_CANCELLED',
    );
  });
});

describe('two who change places', () => {
  const held: RoleHeld[] = [
    { role: 'HOST', memberId: id('a'), because: 'ROTATION' },
    { role: 'TIMEKEEPER', memberId: id('b'), because: 'ROTATION' },
  ];
  const meeting = oneMeeting();
  it('have each other’s role, and both hear of it', () => {
    const changes = value(swapMeetingRoles(meeting, ['HOST', 'TIMEKEEPER'], held, today));
    expect(changes.map(({ role, next }) => [role, next?.memberId])).toEqual([
      ['HOST', id('b')],
      ['TIMEKEEPER', id('a')],
    ]);
    expect(changes.flatMap(({ events }) => events.map(({ ids }) => ids.memberId))).toEqual([
      id('b'),
      id('a'),
    ]);
  });
  it('are two, and each has one', () => {
    expect(code(swapMeetingRoles(meeting, ['HOST', 'HOT_SEAT'], held, today))).toBe('ROLE_TAKEN');
    expect(code(swapMeetingRoles(meeting, ['HOST', 'HOST'], held, today))).toBe('ROLE_TAKEN');
    expect(code(swapMeetingRoles(meeting, ['HOST', 'TIMEKEEPER'], held, after))).toBe('MEETING_OVER');
  });
});
