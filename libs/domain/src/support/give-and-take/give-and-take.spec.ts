import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { days, plus, type Instant, type MemberId } from '../../kernel/index.js';
import {
  balanceOf,
  completedWindow,
  creditsOf,
  exemptions,
  guardSpeaks,
  hardTimeSince,
  helpWeights,
  isLopsided,
  mayFlagAgain,
  nextGuardAt,
  ownHalfYear,
  putFlagAside,
  supportTypes,
  type GiveAndTakeFlag,
  type GuardedMember,
  type SupportCredit,
  type SupportRequestId,
  type SupportType,
} from '../index.js';

const uuid = (n: number) => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const member = (n: number) => uuid(n) as MemberId;
const [sato, suzuki] = [member(1), member(2)];
const zone = 'Asia/Tokyo';
/** 2 November, 0:00 in Tokyo: the guard's hour. */
const guardsHour: Instant = new Date('2026-11-01T15:00:00Z');
const credit = (
  helperId: MemberId,
  receiverId: MemberId | null,
  gave: SupportType = 'INFORMATIONAL',
  at: Instant = new Date('2026-08-10T00:00:00Z'),
): SupportCredit => ({ requestId: uuid(9) as SupportRequestId, helperId, receiverId, gave, at });
const guarded = (change: Partial<GuardedMember> = {}): GuardedMember => ({
  memberId: sato,
  status: 'ACTIVE',
  joinedAt: new Date('2025-01-01T00:00:00Z'),
  hardTimes: [],
  emergencies: [],
  ...change,
});
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one);

describe('what help weighs', () => {
  it.each([
    ['INFORMATIONAL', 1, 1],
    ['APPRAISAL', 1, 1],
    ['INSTRUMENTAL', 2, 2],
    ['EMOTIONAL', 1, 0],
  ] as const)('%s: %i given, %i received', (type, given, received) => {
    expect(helpWeights[type]).toEqual({ given, received });
    const window = completedWindow(guardsHour, zone);
    const credits = [credit(suzuki, sato, type)];
    expect(balanceOf(suzuki, credits, window)).toEqual({ given, received: 0 });
    expect(balanceOf(sato, credits, window)).toEqual({ given: 0, received });
  });

  it('of an anonymous request counts for the giver alone', () => {
    const credits = [credit(suzuki, null, 'INSTRUMENTAL')];
    const all = [sato, suzuki].map((id) => balanceOf(id, credits, completedWindow(guardsHour, zone)));
    expect(all).toEqual([
      { given: 0, received: 0 },
      { given: 2, received: 0 },
    ]);
  });

  it('is written down once for each helper, however often it is told', () => {
    const thanks = { requestId: uuid(9) as SupportRequestId, helperId: suzuki, gave: 'APPRAISAL' as const };
    const told = { ...thanks, createdAt: guardsHour };
    expect(creditsOf([told, told], sato)).toEqual([
      { requestId: uuid(9), helperId: suzuki, receiverId: sato, gave: 'APPRAISAL', at: guardsHour },
    ]);
  });
});

describe('six completed months', () => {
  const iso = (at: Instant, in_ = zone, back = 0) => {
    const { from, to } = completedWindow(at, in_, back);
    return [from.toISOString(), to.toISOString()];
  };
  it('end at a month’s end on the organisation’s clock', () => {
    expect(iso(guardsHour)).toEqual(['2026-04-30T15:00:00.000Z', '2026-10-31T15:00:00.000Z']);
    expect(iso(guardsHour, zone, 1)).toEqual(['2026-03-31T15:00:00.000Z', '2026-09-30T15:00:00.000Z']);
    expect(iso(new Date('2026-10-31T14:59:59.999Z'))[1]).toBe('2026-09-30T15:00:00.000Z');
    expect(iso(new Date('2026-10-31T15:00:00Z'))[1]).toBe('2026-10-31T15:00:00.000Z');
  });
  it('know summer time', () => {
    expect(iso(new Date('2026-11-02T12:00:00Z'), 'Europe/Berlin')).toEqual([
      '2026-04-30T22:00:00.000Z',
      '2026-10-31T23:00:00.000Z',
    ]);
  });
  it('do not count what is on the far edge, nor what is of this month', () => {
    const { from, to } = completedWindow(guardsHour, zone);
    const at = [plus(from, -1), from, plus(to, -1), to].map((at) => credit(suzuki, sato, 'APPRAISAL', at));
    expect(balanceOf(sato, at, { from, to }).received).toBe(2);
  });

  it.each([
    ['2026-11-15T00:00:00Z', '2026-12-01T15:00:00.000Z'],
    ['2026-10-31T20:00:00Z', '2026-11-01T15:00:00.000Z'],
    ['2026-11-01T15:00:00Z', '2026-12-01T15:00:00.000Z'],
    ['2026-12-20T00:00:00Z', '2027-01-01T15:00:00.000Z'],
  ])('after %s the guard looks at %s', (now, next) =>
    expect(nextGuardAt(new Date(now), zone).toISOString()).toBe(next),
  );

  it('and for oneself the half year up to now', () => {
    const { from, to } = ownHalfYear(new Date('2026-08-31T03:00:00Z'), zone);
    expect([from.toISOString(), to.toISOString()]).toEqual([
      '2026-02-27T15:00:00.000Z',
      '2026-08-31T03:00:00.000Z',
    ]);
  });
});

describe('out of balance', () => {
  it.each([
    [0, 2, false],
    [0, 3, true],
    [1, 4, false],
    [1, 5, false],
    [1, 6, true],
    [2, 8, false],
    [2, 9, true],
    [3, 3, false],
    [0, 0, false],
  ])('given %i, received %i: %s', (given, received, lopsided) =>
    expect(isLopsided({ given, received })).toBe(lopsided),
  );

  it('exactly where (given + 1) / (received + 1) < 1/3 and received ≥ 3', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (given, received) => {
        const third = (given + 1) / (received + 1) - 1 / 3;
        if (Math.abs(third) > 1e-9) expect(isLopsided({ given, received })).toBe(received >= 3 && third < 0);
      }),
    );
  });
});

describe('the guard', () => {
  const taking = [...times(4, credit(suzuki, sato))];
  const speaks = (credits: readonly SupportCredit[], change: Partial<GuardedMember> = {}) =>
    guardSpeaks(guarded(change), credits, guardsHour, zone);

  it('speaks of a member who took much and gave nothing in both windows', () => {
    expect(speaks(taking)).toBe(true);
  });
  it('waits for the second month', () => {
    expect(speaks(times(4, credit(suzuki, sato, 'INFORMATIONAL', new Date('2026-10-10T00:00:00Z'))))).toBe(
      false,
    );
  });
  it('is silent once help was given', () => {
    expect(speaks([...taking, credit(sato, suzuki)])).toBe(false);
  });
  it('is silent about listening, however much', () => {
    expect(speaks(times(30, credit(suzuki, sato, 'EMOTIONAL')))).toBe(false);
  });

  it.each([
    ['joined 89 days ago', { joinedAt: plus(guardsHour, -days(90) + 1) }, false],
    ['joined 90 days ago', { joinedAt: plus(guardsHour, -days(90)) }, true],
    ['is on leave', { status: 'ON_LEAVE' }, false],
    ['is an alumnus', { status: 'ALUMNI' }, false],
    ['had a loss a year ago tomorrow', { hardTimes: ['2025-11-03'] }, false],
    ['had a loss a year ago today', { hardTimes: ['2025-11-02'] }, true],
    ['had an emergency in spring', { emergencies: [new Date('2026-04-01T00:00:00Z')] }, false],
    ['had an emergency two years ago', { emergencies: [new Date('2024-04-01T00:00:00Z')] }, true],
  ])('of a member who %s', (_who, change, speaking) => expect(speaks(taking, change)).toBe(speaking));

  const anyCredits = fc.array(
    fc.record({
      requestId: fc.integer({ min: 0, max: 50 }).map((n) => uuid(n) as SupportRequestId),
      helperId: fc.integer({ min: 1, max: 5 }).map(member),
      receiverId: fc.option(fc.integer({ min: 1, max: 5 }).map(member)),
      gave: fc.constantFrom(...supportTypes),
      at: fc.date({
        min: new Date('2026-01-01T00:00:00Z'),
        max: new Date('2026-11-30T00:00:00Z'),
        noInvalidDate: true,
      }),
    }),
    { maxLength: 60 },
  );

  it('is never below zero, and more given never hurts', () => {
    fc.assert(
      fc.property(anyCredits, fc.constantFrom(...supportTypes), (credits, gave) => {
        const window = completedWindow(guardsHour, zone);
        const before = balanceOf(sato, credits, window);
        expect(Math.min(before.given, before.received)).toBeGreaterThanOrEqual(0);
        const more = [...credits, credit(sato, suzuki, gave)];
        expect(balanceOf(sato, more, window).given).toBeGreaterThan(before.given);
        if (!isLopsided(before)) expect(isLopsided(balanceOf(sato, more, window))).toBe(false);
      }),
    );
  });
  it('never speaks because of listening or of anonymous requests', () => {
    fc.assert(
      fc.property(anyCredits, (credits) => {
        const harmless = credits.map((one) => ({
          ...one,
          ...(one.gave === 'EMOTIONAL' ? {} : { receiverId: null }),
        }));
        for (const memberId of [1, 2, 3, 4, 5].map(member))
          expect(guardSpeaks(guarded({ memberId }), harmless, guardsHour, zone)).toBe(false);
      }),
    );
  });
  it('never speaks of a member who is spared', () => {
    fc.assert(
      fc.property(
        anyCredits,
        fc.constantFrom('ON_LEAVE', 'ALUMNI', 'SUSPENDED', 'DECEASED'),
        (credits, status) => expect(guardSpeaks(guarded({ status }), credits, guardsHour, zone)).toBe(false),
      ),
    );
    expect(Object.keys(exemptions)).toEqual(['newcomer', 'away', 'hardTime', 'emergency']);
  });
});

describe('a flag', () => {
  const flag = (change: Partial<GiveAndTakeFlag> = {}): GiveAndTakeFlag => ({
    id: uuid(7) as never,
    groupId: uuid(8) as never,
    memberId: sato,
    state: 'OPEN',
    version: 1,
    createdAt: guardsHour,
    changedAt: guardsHour,
    ...change,
  });
  const later = plus(guardsHour, days(10));

  it('is put aside once; the holder of a stale copy hears so', () => {
    const aside = putFlagAside(flag(), 1, later);
    expect(aside).toMatchObject({ value: { state: 'PUT_ASIDE', changedAt: later, version: 2 } });
    expect(putFlagAside(flag(), 2, later)).toMatchObject({ error: { code: 'CONFLICT', version: 1 } });
    expect(aside.ok && putFlagAside(aside.value, 1, later)).toEqual(aside);
  });

  it('is not raised again while one stands, nor for half a year after one was put aside', () => {
    const again = (...before: GiveAndTakeFlag[]) => mayFlagAgain(before, guardsHour, zone);
    expect(again()).toBe(true);
    expect(again(flag())).toBe(false);
    expect(again(flag({ state: 'PUT_ASIDE', changedAt: new Date('2026-06-01T00:00:00Z') }))).toBe(false);
    expect(again(flag({ state: 'PUT_ASIDE', changedAt: new Date('2026-05-01T00:00:00Z') }))).toBe(true);
  });
});

describe('大変な時期', () => {
  it.each([
    ['2026-11-02', true],
    ['2026-03-01', true],
    ['2025-11-03', true],
    ['2025-11-02', false],
    ['2026-11-03', false],
    ['2026-02-30', false],
    ['きのう', false],
  ])('since %s: %s', (since, fine) => expect(hardTimeSince(since, guardsHour, zone).ok).toBe(fine));
});
