import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AudienceId, GroupId, MemberId } from '../../kernel/index.js';
import { tellOfWorry, type SupportRequest, type SupportRequestId, type WorryId } from '../index.js';

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

describe('この人が心配', () => {
  it('goes to facilitators who read it, never to the teller or the one concerned, and says who told nowhere', () => {
    const people = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 });
    fc.assert(
      fc.property(people, people, fc.constantFrom(null, 1, 2, 3), (leaders, readers, concerned) => {
        const teller = member(2);
        const verdict = tellOfWorry(
          request(),
          { replyId: null, note: null },
          {
            id: uuid(600) as WorryId,
            teller,
            now,
            concerned: concerned === null ? null : member(concerned),
            facilitators: leaders.map(member),
            audience: new Set(readers.map(member)),
          },
        );
        const expected = leaders.filter((n) => readers.includes(n) && n !== 2 && n !== concerned);
        if (expected.length === 0) {
          expect(verdict).toMatchObject({ error: { code: 'NOBODY_TO_TELL' } });
          return;
        }
        if (!verdict.ok) throw new Error('refused');
        expect(verdict.value.to).toEqual(expected.map(member));
        const { worry, events } = verdict.value;
        expect(JSON.stringify([worry, events])).not.toContain(teller);
      }),
    );
  });
});
