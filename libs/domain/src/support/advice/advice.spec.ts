import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AudienceId, GroupId, MemberId } from '../../kernel/index.js';
import {
  adviceNeedsLeave,
  askLeaveToAdvise,
  isAdvice,
  replyToSupportRequest,
  supportTypes,
  supportWanted,
  welcomeAdvice,
  type SupportReplyId,
  type SupportRequest,
  type SupportRequestId,
} from '../index.js';

const uuid = (n: number) => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const member = (n: number) => uuid(n) as MemberId;
const asker = member(1);
const now = new Date('2026-11-20T10:00:00Z');
const request = (change: Partial<SupportRequest> = {}): SupportRequest => ({
  id: uuid(200) as SupportRequestId,
  groupId: uuid(100) as GroupId,
  audience: 'GROUP',
  audienceId: uuid(300) as AudienceId,
  authorId: asker,
  type: 'EMOTIONAL',
  wanted: 'LISTEN',
  urgency: 'NORMAL',
  title: '眠れない夜',
  body: '聞いてください',
  acceptsPaid: false,
  adviceWelcome: false,
  status: 'OPEN',
  outcome: null,
  replyCount: 0,
  version: 1,
  createdAt: now,
  updatedAt: now,
  lastActivityAt: now,
  expiryAskedAt: null,
  ...change,
});

describe('advice', () => {
  it.each([
    ['EMOTIONAL', 'LISTEN', true],
    ['EMOTIONAL', 'HANDS', true],
    ['EMOTIONAL', 'INTRODUCTION', true],
    ['EMOTIONAL', 'ADVICE', false],
    ['EMOTIONAL', 'EXPERIENCE', false],
    ['INFORMATIONAL', 'LISTEN', true],
    ['APPRAISAL', 'LISTEN', true],
    ['INSTRUMENTAL', 'HANDS', false],
    ['INFORMATIONAL', 'EXPERIENCE', false],
  ] as const)('on %s with %s needs leave: %s', (type, wanted, needed) => {
    expect(adviceNeedsLeave(request({ type, wanted }))).toBe(needed);
    expect(adviceNeedsLeave(request({ type, wanted, adviceWelcome: true }))).toBe(false);
  });

  it('is refused exactly where leave is needed, by all writers but the asker', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...supportTypes),
        fc.constantFrom(...supportWanted),
        fc.boolean(),
        fc.constantFrom(...supportTypes, null),
        fc.boolean(),
        (type, wanted, adviceWelcome, gives, isAsker) => {
          const asked = request({ type, wanted, adviceWelcome });
          const written = { id: uuid(400) as SupportReplyId, body: 'はい', gives };
          const verdict = replyToSupportRequest(asked, { memberId: member(2), isAsker }, written, now);
          const refused = !isAsker && isAdvice(gives) && adviceNeedsLeave(asked);
          expect(verdict.ok ? null : verdict.error.code).toBe(refused ? 'ADVICE_NOT_WANTED' : null);
        },
      ),
    );
  });

  it('is welcomed once; again, or where it never waited, tells no one', () => {
    const first = welcomeAdvice(request(), now);
    expect(first).toMatchObject({
      value: { next: { adviceWelcome: true, version: 1 }, events: [{ name: 'support.advice-welcomed' }] },
    });
    for (const what of [request({ adviceWelcome: true }), request({ type: 'APPRAISAL', wanted: 'ADVICE' })])
      expect(welcomeAdvice(what, now)).toMatchObject({ value: { next: what, events: [] } });
    expect(welcomeAdvice(request({ authorId: null }), now)).toMatchObject({
      value: { events: [{ anonymous: true }] },
    });
  });

  it.each(['RESOLVED', 'WITHDRAWN', 'EXPIRED'] as const)('is no question on a %s request', (status) => {
    for (const verdict of [
      welcomeAdvice(request({ status }), now),
      askLeaveToAdvise(request({ status }), member(2), false),
    ])
      expect(verdict).toMatchObject({ error: { code: 'REQUEST_CLOSED', status } });
  });

  it('is asked for once by each, without a name', () => {
    expect(askLeaveToAdvise(request(), member(2), false)).toMatchObject({
      value: { events: [{ name: 'support.leave-asked', anonymous: true }] },
    });
    expect(askLeaveToAdvise(request(), member(2), true)).toMatchObject({
      error: { code: 'LEAVE_ALREADY_ASKED' },
    });
  });
});
