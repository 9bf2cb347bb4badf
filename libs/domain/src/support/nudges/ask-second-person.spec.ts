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
  askSecondPerson,
  canAskSecondPerson,
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

describe('a second person', () => {
  const late = plus(now, hours(72));
  const actor = { memberId: member(1), role: 'MEMBER' as const };
  const waiting = { ...request(), answered: false };
  const ask = (memberId: MemberId, chosen: MemberId[] = [], change: Partial<SupportRequest> = {}) =>
    askSecondPerson(
      request(change),
      { id: uuid(601) as SupportNudgeId, memberId },
      { asker: member(1), audience: new Set([1, 2, 3, 4, 5].map(member)), chosen, now: late },
    );

  it('is chosen by the asker alone, and only after a long wait', () => {
    const may = (mine: boolean, inAudience: boolean, at: Instant) =>
      canAskSecondPerson(actor, { mine, inAudience }, waiting, at).ok;
    expect([may(true, true, late), may(false, true, late), may(true, false, late)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(may(true, true, plus(now, hours(71)))).toBe(false);
  });

  it('is asked once, by an event without actor where the request has no name', () => {
    const named = ask(member(2));
    expect(named).toMatchObject({ value: { nudge: { memberId: member(2), reason: { kind: 'CHOSEN' } } } });
    expect(named.ok && 'anonymous' in named.value.events[0]!).toBe(false);
    const hidden = ask(member(2), [], { authorId: null });
    expect(hidden.ok && hidden.value.events[0]).toMatchObject({ anonymous: true });
    expect(ask(member(2), [member(2)])).toEqual({ ok: true, value: { nudge: null, events: [] } });
  });

  it.each([
    ['oneself', member(1), [], 'BAD_USER_INPUT'],
    ['a member outside the audience', member(9), [], 'NOT_FOUND'],
    ['a fourth one', member(5), [member(2), member(3), member(4)], 'BAD_USER_INPUT'],
  ])('cannot be %s', (_who, memberId, chosen, code) =>
    expect(ask(memberId, chosen)).toMatchObject({ ok: false, error: { code } }),
  );
});
