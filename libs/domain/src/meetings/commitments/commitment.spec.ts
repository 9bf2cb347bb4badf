import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { days, plus, type GroupId, type MemberId } from '../../kernel/index.js';
import type { Group } from '../../groups/index.js';
import {
  averageOfCounts,
  canEditCommitment,
  canMakeCommitment,
  canSettleCommitment,
  commitmentReminderAt,
  commitmentStatuses,
  commitmentVerdict,
  countCommitments,
  usualDueOn,
  type Commitment,
  type CommitmentId,
  type CommitmentStatus,
  type Settlement,
} from './commitment.js';
import { code, groupId, hanako, oneMeeting, today, value } from '../meeting/meetings.factory.js';
import { makeCommitment } from './make-commitment.js';
import { editCommitment, type CommitmentChanges } from './edit-commitment.js';
import { settleCommitment } from './settle-commitment.js';

const sato = 'sato' as MemberId;
const id = 'c' as CommitmentId;
const meeting = oneMeeting();
const make = (statement = '見積書をつくる', dueOn = '2027-01-13', openOfOwner = 0, now = today) =>
  makeCommitment(meeting, { ownerId: hanako, madeBy: hanako, statement, dueOn }, openOfOwner, id, now);
const made = (changes: Partial<Commitment> = {}): Commitment => ({ ...value(make()).commitment, ...changes });
const settle = (
  commitment: Commitment,
  status: CommitmentStatus,
  more: { reason?: string; dueOn?: string; last?: Settlement | null; now?: Date } = {},
) =>
  settleCommitment(
    commitment,
    more.last ?? null,
    { status, reason: more.reason, dueOn: more.dueOn ?? '2027-02-10', by: hanako, meetingId: null },
    more.now ?? today,
  );

describe('making a commitment', () => {
  it('is open until it is settled, and says who wrote it down', () =>
    expect(made()).toMatchObject({
      ownerId: hanako,
      status: 'OPEN',
      dueOn: '2027-01-13',
      timeZone: 'Asia/Tokyo',
      meetingId: meeting.id,
    }));

  test.each([
    ['', '2027-01-13', 'BAD_USER_INPUT'],
    [' \n ', '2027-01-13', 'BAD_USER_INPUT'],
    ['あ'.repeat(200), '2027-01-13', 'OK'],
    ['あ'.repeat(201), '2027-01-13', 'BAD_USER_INPUT'],
    ['a\u0000b', '2027-01-13', 'BAD_USER_INPUT'],
    ['🍵 お茶を出す', '2026-11-20', 'OK'],
    ['きのうまでに', '2026-11-19', 'BAD_USER_INPUT'],
    ['遠い先', '2029-11-20', 'BAD_USER_INPUT'],
  ])('%j by %s: %s', (statement, dueOn, expected) => expect(code(make(statement, dueOn))).toBe(expected));

  it('is possible from the plan of the meeting until a week after its end, and never for one called off', () => {
    const end = meeting.endsAt;
    expect(code(make(undefined, '2027-01-13', 0, plus(end, days(7)) as Date))).toBe('OK');
    expect(code(make(undefined, '2027-01-13', 0, plus(end, days(7) + 1) as Date))).toBe('MEETING_OVER');
    const cancelled = makeCommitment(
      { ...meeting, status: 'CANCELLED' },
      { ownerId: hanako, madeBy: hanako, statement: 'a', dueOn: '2027-01-13' },
      0,
      id,
      today,
    );
    expect(code(cancelled)).toBe('MEETING_CANCELLED');
  });

  it('ends at twenty open ones', () => {
    expect(code(make(undefined, undefined, 19))).toBe('OK');
    expect(code(make(undefined, undefined, 20))).toBe('TOO_MANY_COMMITMENTS');
  });

  it('takes the day of the next meeting, or a month later where none is planned', () => {
    expect(usualDueOn('2026-12-09', ['2027-02-10', '2026-12-09', '2027-01-13'])).toBe('2027-01-13');
    expect(usualDueOn('2027-01-31', [])).toBe('2027-02-28');
  });
});

describe('editing', () => {
  const edit = (changes: CommitmentChanges, before: Partial<Commitment> = {}) =>
    editCommitment(made(before), changes, today);
  test.each<[string, CommitmentChanges, Partial<Commitment>, string]>([
    ['words', { statement: '見積書を出す' }, {}, 'OK'],
    ['no words', { statement: ' ' }, {}, 'BAD_USER_INPUT'],
    ['201 characters', { statement: 'あ'.repeat(201) }, {}, 'BAD_USER_INPUT'],
    ['an earlier day', { dueOn: '2026-11-20' }, {}, 'OK'],
    ['yesterday', { dueOn: '2026-11-19' }, {}, 'BAD_USER_INPUT'],
    [
      'words, once the day has passed',
      { statement: 'a', dueOn: '2026-11-10' },
      { dueOn: '2026-11-10' },
      'OK',
    ],
    ['a stale version', { statement: 'a', expectedVersion: 1 }, { version: 2 }, 'CONFLICT'],
    ['one that was carried', { dueOn: '2027-03-10' }, { status: 'CARRIED' }, 'OK'],
    ['one that was kept', { statement: 'a' }, { status: 'KEPT' }, 'COMMITMENT_SETTLED'],
  ])('%s', (_, changes, before, expected) => expect(code(edit(changes, before))).toBe(expected));

  it('leaves what is not given, and never touches whose it is or how it stands', () =>
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom('見積書を出す', ' 帳簿 ')),
        fc.option(fc.constantFrom('2026-12-01', '2027-01-13')),
        fc.constantFrom('OPEN' as const, 'CARRIED' as const),
        (statement, dueOn, status) => {
          const before = made({ status });
          const { next } = value(edit({ statement, dueOn }, { status }));
          expect(next).toEqual({
            ...before,
            statement: statement?.trim() ?? before.statement,
            dueOn: dueOn ?? before.dueOn,
          });
        },
      ),
    ));
});

describe('settling', () => {
  test.each([
    ['KEPT', undefined, 'OK'],
    ['PARTLY', 'あと一息', 'OK'],
    ['DROPPED', '取引先が変わった', 'OK'],
    ['DROPPED', undefined, 'BAD_USER_INPUT'],
    ['DROPPED', '  ', 'BAD_USER_INPUT'],
    ['CARRIED', undefined, 'OK'],
    ['OPEN', undefined, 'BAD_USER_INPUT'],
  ] as const)('%s (%s): %s', (status, reason, expected) =>
    expect(code(settle(made(), status, reason === undefined ? {} : { reason }))).toBe(expected),
  );

  it('carries the same one on to a later day, where it can be settled again', () => {
    const { next } = value(settle(made(), 'CARRIED'));
    expect(next).toMatchObject({ id, status: 'CARRIED', dueOn: '2027-02-10' });
    expect(value(settle(next, 'KEPT')).next.status).toBe('KEPT');
    expect(code(settle(made(), 'CARRIED', { dueOn: '2027-01-13' }))).toBe('BAD_USER_INPUT');
  });

  it('merges who says the same, and stops who says something else', () => {
    const { next } = value(settle(made(), 'KEPT'));
    expect(value(settle(next, 'KEPT'))).toEqual({ next, settlement: null, events: [] });
    expect(code(settle(next, 'PARTLY'))).toBe('COMMITMENT_SETTLED');
    expect(code(settle(next, 'CARRIED'))).toBe('COMMITMENT_SETTLED');
  });

  it('can be taken back for a week, with the day it had', () => {
    for (const status of ['KEPT', 'CARRIED'] as const) {
      const { next, settlement } = value(settle(made(), status));
      const back = (after: number) =>
        settle(next, 'OPEN', { last: settlement, now: plus(today, after) as Date });
      expect(value(back(days(7))).next).toMatchObject({
        status: 'OPEN',
        dueOn: '2027-01-13',
        settledAt: null,
      });
      expect(code(back(days(7) + 1))).toBe('COMMITMENT_SETTLED');
    }
  });

  it('whatever people say, keeps one history: each entry begins where the one before ended', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commitmentStatuses), { maxLength: 12 }), (said) => {
        let now = made();
        let last: Settlement | null = null;
        let month = 2;
        for (const status of said) {
          month += 1;
          const dueOn = `2027-${String(month).padStart(2, '0')}-10`;
          const result = settle(now, status, { reason: '理由', last, dueOn });
          if (!result.ok || !result.value.settlement) continue;
          const { next, settlement } = result.value;
          expect([settlement.statusBefore, settlement.dueBefore]).toEqual([now.status, now.dueOn]);
          if (status !== 'OPEN') expect(next.dueOn >= now.dueOn).toBe(true);
          expect(next.id).toBe(now.id);
          [now, last] = [next, settlement];
        }
      }),
    ));
});

describe('who may', () => {
  const place = (memberId: MemberId, role: 'MEMBER' | 'FACILITATOR') => ({
    memberId,
    role,
    deputy: false,
    takesPart: true,
    joinedAt: today,
    version: 1,
  });
  const group = {
    id: groupId as GroupId,
    status: 'ACTIVE',
    memberships: [place(sato, 'FACILITATOR'), place(hanako, 'MEMBER')],
  } as unknown as Group;
  const as = (memberId: string, role: 'MEMBER' | 'ADMIN' = 'MEMBER') => ({
    memberId: memberId as MemberId,
    role,
  });
  test.each([
    ['hanako', as(hanako), hanako, 'OK', 'OK'],
    ['hanako for sato', as(hanako), sato, 'FORBIDDEN', 'FORBIDDEN'],
    ['the facilitator for hanako', as(sato), hanako, 'OK', 'OK'],
    ['the office', as('office', 'ADMIN'), hanako, 'FORBIDDEN', 'FORBIDDEN'],
    ['another member', as('stranger'), hanako, 'NOT_FOUND', 'NOT_FOUND'],
  ] as const)('%s', (_, actor, ownerId, mayMake, maySettle) => {
    expect(code(canMakeCommitment(actor, group, ownerId))).toBe(mayMake);
    expect(code(canSettleCommitment(actor, group, made({ ownerId })))).toBe(maySettle);
  });
});

describe('who may edit', () => {
  const place = (memberId: MemberId, role: 'MEMBER' | 'FACILITATOR') => ({
    memberId,
    role,
    deputy: false,
    takesPart: true,
    joinedAt: today,
    version: 1,
  });
  const group = {
    id: groupId as GroupId,
    status: 'ACTIVE',
    memberships: [place(sato, 'FACILITATOR'), place(hanako, 'MEMBER')],
  } as unknown as Group;
  test.each([
    ['its owner, at any time', hanako, 'CLOSED', 'OK'],
    ['the facilitator before the minutes are sealed', sato, 'OPEN', 'OK'],
    ['the facilitator of a meeting to come', sato, 'SCHEDULED', 'OK'],
    ['the facilitator afterwards', sato, 'CLOSED', 'FORBIDDEN'],
    ['another member', 'stranger' as MemberId, 'OPEN', 'NOT_FOUND'],
  ] as const)('%s', (_, memberId, status, expected) =>
    expect(code(canEditCommitment({ memberId, role: 'MEMBER' }, group, made(), { status }))).toBe(expected),
  );
});

describe('the reminder', () => {
  it('is at nine in the morning of the day before, where the group meets', () => {
    expect(commitmentReminderAt(made()).toISOString()).toBe('2027-01-12T00:00:00.000Z');
    expect(commitmentReminderAt({ dueOn: '2027-03-15', timeZone: 'America/New_York' }).toISOString()).toBe(
      '2027-03-14T13:00:00.000Z',
    );
  });

  test.each<[now: string, Partial<Commitment>, ReturnType<typeof commitmentVerdict>]>([
    ['2027-01-12T00:00:00Z', {}, 'SEND'],
    ['2027-01-12T14:59:00Z', {}, 'SEND'],
    ['2027-01-12T15:00:00Z', {}, 'SILENT'],
    ['2027-01-11T23:59:00Z', {}, 'WAIT'],
    ['2027-01-12T00:00:00Z', { status: 'CARRIED', dueOn: '2027-02-10' }, 'WAIT'],
    ['2027-01-12T00:00:00Z', { status: 'KEPT' }, 'SILENT'],
  ])('rung at %s, of %j: %s', (now, changes, verdict) =>
    expect(commitmentVerdict(made(changes), new Date(now))).toBe(verdict),
  );
});

describe('6つのうち4つできました', () => {
  it('counts what ended, never what is open or carried', () =>
    expect(
      countCommitments(['KEPT', 'KEPT', 'PARTLY', 'OPEN', 'CARRIED', 'KEPT', 'DROPPED', 'KEPT']),
    ).toEqual({ settled: 6, kept: 4 }));

  it('shows the group an average from five people on who have settled something', () => {
    const count = { settled: 6, kept: 4 };
    const none = { settled: 0, kept: 0 };
    expect(averageOfCounts([count, count, count, count, none, none])).toBeNull();
    expect(averageOfCounts([count, count, count, count, { settled: 1, kept: 0 }, none])).toEqual({
      people: 5,
      settled: 5,
      kept: 3.2,
    });
  });
});
