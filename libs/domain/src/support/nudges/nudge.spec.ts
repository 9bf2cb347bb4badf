import { describe, expect, it } from '@jest/globals';
import {
  hours,
  plus,
  type AudienceId,
  type GroupId,
  type Instant,
  type MemberId,
} from '../../kernel/index.js';
import {
  isWaiting,
  responseTimes,
  snoozeNudge,
  supportStatuses,
  waitedLong,
  type SupportNudge,
  type SupportNudgeId,
  type SupportRequest,
  type SupportRequestId,
} from '../index.js';

const uuid = (n: number) => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const member = (n: number) => uuid(n) as MemberId;
const now: Instant = new Date('2026-11-20T10:00:00Z');
const request = (change: Partial<SupportRequest> = {}): SupportRequest => ({
  id: uuid(200) as SupportRequestId,
  groupId: uuid(100) as GroupId,
  audience: 'GROUP',
  audienceId: uuid(300) as AudienceId,
  authorId: member(1),
  type: 'INFORMATIONAL',
  wanted: 'EXPERIENCE',
  urgency: 'NORMAL',
  title: '題',
  body: 'ことば',
  acceptsPaid: false,
  status: 'OPEN',
  outcome: null,
  adviceWelcome: false,
  replyCount: 0,
  createdAt: now,
  updatedAt: now,
  lastActivityAt: now,
  expiryAskedAt: null,
  version: 1,
  ...change,
});
const nudge = (change: Partial<SupportNudge> = {}): SupportNudge => ({
  id: uuid(600) as SupportNudgeId,
  requestId: uuid(200) as SupportRequestId,
  memberId: member(2),
  reason: { kind: 'TURN' },
  state: 'ASKED',
  askedAt: now,
  ...change,
});

describe('how long a request waits', () => {
  it.each([
    ['INFORMATIONAL', 24, 72],
    ['INSTRUMENTAL', 24, 72],
    ['APPRAISAL', 24, 72],
    ['EMOTIONAL', 4, 24],
  ] as const)('%s: %i hours for the members, %i for the facilitators', (type, helpers, facilitators) =>
    expect(responseTimes(type)).toEqual({ helpers: hours(helpers), facilitators: hours(facilitators) }),
  );

  it.each(supportStatuses)('%s waits only while it is open and has no answer', (status) => {
    expect(isWaiting({ status, answered: false })).toBe(status === 'OPEN' || status === 'MATCHED');
    expect(isWaiting({ status, answered: true })).toBe(false);
  });

  it('has waited long from the very moment on', () => {
    const waiting = { ...request(), answered: false };
    expect(waitedLong(waiting, plus(now, hours(72) - 1))).toBe(false);
    expect(waitedLong(waiting, plus(now, hours(72)))).toBe(true);
    expect(waitedLong({ ...waiting, type: 'EMOTIONAL' }, plus(now, hours(24)))).toBe(true);
    expect(waitedLong({ ...waiting, answered: true }, plus(now, hours(72)))).toBe(false);
  });
});

describe('今回は見送る', () => {
  it('is said without a name, and once', () => {
    const { next, events } = snoozeNudge(nudge(), request());
    expect(next.state).toBe('SNOOZED');
    expect(events).toEqual([
      {
        name: 'support.nudge-snoozed',
        ids: { requestId: uuid(200), groupId: uuid(100), nudgeId: uuid(600) },
        anonymous: true,
      },
    ]);
    expect(snoozeNudge(next, request())).toEqual({ next, events: [] });
  });
});
