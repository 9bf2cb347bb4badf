import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AudienceId, GroupId, MemberId } from '../../kernel/index.js';
import {
  adviceNeedsLeave,
  askLeaveToAdvise,
  canMuteRequest,
  isAdvice,
  mostSimilar,
  muteMember,
  replyToSupportRequest,
  sendPrivateNote,
  similarShown,
  supportStatuses,
  supportTypes,
  supportWanted,
  tellOfWorry,
  welcomeAdvice,
  wordsOf,
  wordsToSeek,
  type PrivateNoteId,
  type SupportReplyId,
  type SupportRequest,
  type SupportRequestId,
  type WorryId,
} from '../index.js';

const uuid = (n: number) => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const member = (n: number) => uuid(n) as MemberId;
const asker = member(1);
const now = new Date('2026-11-20T10:00:00Z');
const request = (change: Partial<SupportRequest> = {}): SupportRequest => ({
  ...{ id: uuid(200) as SupportRequestId, groupId: uuid(100) as GroupId, audience: 'GROUP' },
  ...{ audienceId: uuid(300) as AudienceId, authorId: asker, type: 'EMOTIONAL', wanted: 'LISTEN' },
  ...{ urgency: 'NORMAL', title: '眠れない夜', body: '聞いてください', acceptsPaid: false },
  ...{ adviceWelcome: false, status: 'OPEN', outcome: null, replyCount: 0, version: 1 },
  ...{ createdAt: now, updatedAt: now, lastActivityAt: now, expiryAskedAt: null },
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

  it('is refused exactly where leave is needed, whoever writes it but the asker', () => {
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

  it('is welcomed once; again, or where it never waited, tells nobody', () => {
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
    ['the asker, to nobody', true, null, 'BAD_USER_INPUT'],
    ['the asker, to somebody who has not written', true, member(3), 'NOT_FOUND'],
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
            ...{ id: uuid(600) as WorryId, teller, now },
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

describe('muting', () => {
  it('is not for oneself', () => {
    expect(muteMember(asker, asker)).toMatchObject({ error: { code: 'BAD_USER_INPUT', field: 'memberId' } });
    expect(muteMember(asker, member(2)).ok).toBe(true);
  });
  it('leaves the asker their own thread', () => {
    const viewer = { memberId: asker, role: 'MEMBER' as const };
    expect(canMuteRequest(viewer, { mine: true, inAudience: true }).ok).toBe(false);
    expect(canMuteRequest(viewer, { mine: false, inAudience: true }).ok).toBe(true);
  });
});

describe('similar requests', () => {
  const past = (id: string, title: string, body: string, status: SupportRequest['status'] = 'OPEN') => ({
    ...{ id, title, body, status },
  });
  const house = [
    past(
      'cancel',
      '無断キャンセルを減らしたい',
      '連絡のないキャンセルが月に五件あります。前金は気が引けます。',
      'RESOLVED',
    ),
    past('sleep', '眠れない夜が続きます', '資金繰りを考えて朝まで眠れません。'),
    past('cash', '年末の資金繰り', '入金が遅れて支払いが重なります。資金繰り表の作り方を教えてください。'),
    past('lamp', '看板の照明', 'LEDに替えた方はいますか。電気代はどうですか。'),
    past('staff', 'スタッフが辞めます', '長くいた従業員の退職が決まりました。'),
    past('noshow', 'No-shows at my salon', 'Customers book and never appear. Deposits feel unkind.'),
  ];
  const found = (text: string) => mostSimilar(text, house).map(({ id }) => id);

  it.each([
    ['予約のキャンセルが多くて困っています', ['cancel']],
    ['ｷｬﾝｾﾙの連絡がない', ['cancel']],
    ['今月の資金繰りが苦しい', ['cash', 'sleep']],
    ['従業員の退職について', ['staff']],
    ['Customers book a table and never appear', ['noshow']],
    ['困っています。教えてください。', []],
    ['宇宙旅行の予定', []],
    ['', []],
  ])('%s: %j', (text, ids) => expect(found(text).toSorted()).toEqual(ids.toSorted()));

  it('those that came to a good end come first among equals, what was taken back never', () => {
    const same = supportStatuses.map((status) => past(status, '看板の照明', '看板の照明', status));
    const ids = mostSimilar('看板の照明', same).map(({ id }) => id);
    expect(ids[0]).toBe('RESOLVED');
    expect(ids).not.toContain('WITHDRAWN');
    expect(ids).toHaveLength(similarShown);
  });

  it('do not depend on who asked, and are a part of what may be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.subarray(house), (text, seen) => {
        const ids = mostSimilar(text, seen);
        expect(ids.length).toBeLessThanOrEqual(similarShown);
        expect(ids.every((one) => seen.includes(one))).toBe(true);
        const tagged = seen.map((one) => ({ ...one, authorId: asker, mine: true }));
        expect(mostSimilar(text, tagged).map(({ id }) => id)).toEqual(ids.map(({ id }) => id));
      }),
    );
  });

  it('are sought by a few words that say what it is about', () => {
    expect(wordsOf('予約の無断キャンセルが続いて、本当に困っています')).toEqual(
      expect.arrayContaining(['キャンセル', '無断', '予約']),
    );
    expect(wordsToSeek('予約'.repeat(400))).toMatchObject({ ok: true });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const words = wordsToSeek(text);
        if (words.ok) expect(words.value.length).toBeLessThanOrEqual(8);
      }),
    );
    for (const text of ['あ'.repeat(5_001), 'a\u0000b'])
      expect(wordsToSeek(text)).toMatchObject({ error: { code: 'BAD_USER_INPUT', field: 'text' } });
  });
});
