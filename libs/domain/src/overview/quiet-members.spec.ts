import { describe, expect, it } from '@jest/globals';
import { hours, plus, type Instant, type MemberId } from '../kernel/index.js';
import { quietMembers } from './index.js';

const uuid = (n: number) => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const member = (n: number) => uuid(n) as MemberId;
const now: Instant = new Date('2026-11-20T10:00:00Z');

describe('who has been quiet', () => {
  const day = (n: number) => plus(now, n * hours(24));
  it.each([
    ['spoke 59 days ago', { lastSeenAt: day(-59) }, false],
    ['spoke 60 days ago', { lastSeenAt: day(-60) }, true],
    ['never spoke and joined 90 days ago', { lastSeenAt: null }, true],
    ['never spoke and joined last week', { lastSeenAt: null, joinedAt: day(-7) }, false],
    ['is on leave', { lastSeenAt: null, status: 'ON_LEAVE' }, false],
  ])('a member who %s', (_what, change, quiet) => {
    const person = { memberId: member(2), status: 'ACTIVE', joinedAt: day(-90), ...change };
    expect(quietMembers([person], now)).toHaveLength(quiet ? 1 : 0);
  });
});
