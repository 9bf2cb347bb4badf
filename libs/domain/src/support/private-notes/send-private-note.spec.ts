import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AudienceId, GroupId, MemberId } from '../../kernel/index.js';
import { sendPrivateNote, type PrivateNoteId, type SupportRequest, type SupportRequestId } from '../index.js';

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

describe('a private note', () => {
  const draft = (to: MemberId | null = null, body = '手紙') => ({ id: uuid(500) as PrivateNoteId, body, to });
  it('never names its writer in what is published, nor an asker in what is stored', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.integer({ min: 2, max: 9 }), (mine, n) => {
        const seen = { ...request({ authorId: null }), mine, inAudience: true };
        const reader = member(n);
        const verdict = sendPrivateNote(
          seen,
          mine ? asker : reader,
          draft(mine ? reader : null),
          new Set([reader]),
          now,
        );
        expect(verdict).toMatchObject({
          value: { note: { readerId: reader, byAsker: mine }, events: [{ anonymous: true }] },
        });
        expect(JSON.stringify(verdict)).not.toContain(asker);
      }),
    );
  });
  it.each([
    ['the asker, without a receiver', true, null, 'BAD_USER_INPUT'],
    ['the asker, to a member who has not written', true, member(3), 'NOT_FOUND'],
    ['a reader, to another reader', false, member(3), 'BAD_USER_INPUT'],
  ] as const)('is not sent by %s', (_who, mine, to, code) => {
    const seen = { ...request(), mine, inAudience: true };
    expect(sendPrivateNote(seen, member(2), draft(to), new Set([member(2)]), now)).toMatchObject({
      error: { code },
    });
  });
  it('is not sent by who does not read the request', () =>
    expect(
      sendPrivateNote({ ...request(), mine: false, inAudience: false }, member(2), draft(), new Set(), now),
    ).toMatchObject({ error: { code: 'FORBIDDEN' } }));
  it('is not sent by an asker who is no longer among those who read it, to whom they had answered neither', () =>
    expect(
      sendPrivateNote(
        { ...request(), mine: true, inAudience: false },
        member(1),
        draft(member(2)),
        new Set([member(2)]),
        now,
      ),
    ).toMatchObject({ error: { code: 'FORBIDDEN' } }));
});
