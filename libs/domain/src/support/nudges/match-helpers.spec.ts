import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type MemberId } from '../../kernel/index.js';
import {
  changeHelpAvailability,
  chooseHelpers,
  isFull,
  leftOutOf,
  mayBeNudged,
  nudgeReasonText,
  rankHelpers,
  sharedTopic,
  supportTypes,
  termsOf,
  usualAvailability,
  type Draw,
  type HelperFacts,
  type NudgeReason,
  type SupportRequestId,
} from '../index.js';

const uuid = (n: number) => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const member = (n: number) => uuid(n) as MemberId;
const helper = (n: number, change: Partial<HelperFacts> = {}): HelperFacts => ({
  memberId: member(n),
  strengths: null,
  helped: [],
  full: false,
  willing: false,
  nudgedThisMonth: 0,
  lastNudgedAt: null,
  apart: false,
  ...change,
});
const request = (change: { authorId?: MemberId | null; id?: string; title?: string } = {}) => ({
  id: (change.id ?? uuid(500)) as SupportRequestId,
  type: 'INFORMATIONAL' as const,
  title: change.title ?? '帳簿の付け方が分かりません',
  body: '会計ソフトを入れたものの、毎月の入力が追いつきません。',
  authorId: change.authorId === undefined ? member(1) : change.authorId,
});
const noOne = new Set<MemberId>();
/** FNV-1a with a key and a final mix: even enough for a test, and another lottery for every key. */
const lotsOf =
  (key: string): Draw =>
  (words) => {
    let hash = 0x811c9dc5;
    for (const letter of key + words) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  };
const draw = lotsOf('secret');
const choose = (helpers: readonly HelperFacts[], change: Parameters<typeof request>[0] = {}, count = 3) =>
  chooseHelpers(request(change), helpers, { asked: noOne, count, draw });
const names = (matched: readonly { memberId: MemberId }[]) => matched.map(({ memberId }) => memberId);

describe('what a text is about', () => {
  it.each([
    ['来月の資金繰りが心配です', ['資金繰り', '心配']],
    ['値上げの伝え方', ['値上げ']],
    ['ｲﾝﾎﾞｲｽの登録について教えてください', ['インボイス', '登録']],
    ['Instagram の投稿', ['instagram', '投稿']],
    ['今月の相談', []],
    ['', []],
  ])('%s', (text, terms) => expect(termsOf(text)).toEqual(terms));

  it.each([
    ['帳簿・会計ソフト', '帳簿の付け方', '帳簿'],
    ['借入の相談', '銀行借入を増やす', '借入'],
    ['写真', '帳簿', null],
    ['internet', 'intern', null],
  ])('%s and %s share %s', (a, b, topic) => expect(sharedTopic(termsOf(a), termsOf(b)).topic).toBe(topic));

  it('shares as much one way round as the other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('帳簿付け', '帳簿', '会計', '会計ソフト', 'line', '値上げ')),
        fc.array(fc.constantFrom('帳簿', '付け替え', '会計士', 'line', '値上げ幅')),
        (a, b) => expect(sharedTopic(a, b).pairs).toBe(sharedTopic(b, a).pairs),
      ),
    );
  });
});

describe('who matches best', () => {
  const bookkeeper = helper(2, { strengths: '帳簿と会計ソフト' });
  const proven = helper(3, {
    helped: [1, 2, 3].map((n) => ({ gave: 'INFORMATIONAL' as const, text: `帳簿のこと ${n}` })),
  });
  const kind = helper(4, { helped: [{ gave: 'INFORMATIONAL', text: '看板の色' }] });
  const plain = helper(5);

  it('those who helped with it, those who are good at it, those who help in this way, then the others', () => {
    expect(rankHelpers(request(), [plain, kind, bookkeeper, proven], draw)).toMatchObject([
      { memberId: member(3), reason: { kind: 'TOPIC', topic: '帳簿', times: 3 } },
      { memberId: member(2), reason: { kind: 'STRENGTH', topic: '帳簿' } },
      { memberId: member(4), reason: { kind: 'TYPE', type: 'INFORMATIONAL', times: 1 } },
      { memberId: member(5), reason: { kind: 'TURN' } },
    ]);
  });

  it('of equals, the one who was not asked for longest', () => {
    const at = (day: number) => new Date(Date.UTC(2026, 9, day));
    const waiting = [
      helper(2, { lastNudgedAt: at(3) }),
      helper(3, { lastNudgedAt: at(1) }),
      helper(4),
      helper(5, { lastNudgedAt: at(2) }),
    ];
    expect(names(rankHelpers(request(), waiting, draw))).toEqual([
      member(4),
      member(3),
      member(5),
      member(2),
    ]);
  });

  it('says why in both languages, about the reader alone', () => {
    const reasons: [NudgeReason, string][] = [
      [{ kind: 'TOPIC', topic: '帳簿', times: 3 }, '「帳簿」の相談で、これまで3回助けになっています。'],
      [{ kind: 'STRENGTH', topic: '会計' }, 'あなたの得意なこと(会計)に近い相談です。'],
      [
        { kind: 'TYPE', type: 'EMOTIONAL', times: 1 },
        '「話を聞いてほしい」という相談で、これまで1回助けになっています。',
      ],
      [{ kind: 'TURN' }, 'みなさんに順番にお声がけしています。'],
      [{ kind: 'CHOSEN' }, '相談した人が、あなたに聞いてみたいと思っています。'],
    ];
    for (const [reason, words] of reasons) {
      expect(nudgeReasonText(reason, 'ja')).toBe(words);
      expect(nudgeReasonText(reason, 'en')).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('who may be asked', () => {
  it.each([
    ['a helper who has room', {}, true],
    ['asked once this month', { nudgedThisMonth: 1 }, true],
    ['asked twice this month', { nudgedThisMonth: 2 }, false],
    ['asked twice, and willing', { nudgedThisMonth: 2, willing: true }, true],
    ['apart from the asker by a mute', { apart: true }, false],
    ['apart from the asker, though willing', { apart: true, willing: true }, false],
    ['who has their hands full', { full: true }, false],
    ['who has their hands full, though willing', { full: true, willing: true }, false],
  ])('%s: %s', (_who, change, may) => expect(mayBeNudged(helper(2, change))).toBe(may));

  it('says 手いっぱい for a month of the organisation’s clock, and takes it back', () => {
    const zone = 'Asia/Tokyo';
    const lastEvening = new Date('2026-11-30T14:59:00Z');
    const full = changeHelpAvailability(usualAvailability, { fullThisMonth: true }, lastEvening, zone);
    if (!full.ok) throw new Error('refused');
    expect(full.value).toEqual({ fullMonth: '2026-11', willing: false, version: 2 });
    expect(isFull(full.value, lastEvening, zone)).toBe(true);
    expect(isFull(full.value, new Date('2026-11-30T15:00:00Z'), zone)).toBe(false);
    expect(changeHelpAvailability(full.value, { fullThisMonth: false }, lastEvening, zone)).toMatchObject({
      value: { fullMonth: null, version: 3 },
    });
    expect(
      changeHelpAvailability(full.value, { willing: true, expectedVersion: 1 }, lastEvening, zone),
    ).toEqual({
      ok: false,
      error: { code: 'CONFLICT', version: 2 },
    });
  });
});

const crowd = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((n) =>
        fc.record({
          memberId: fc.constant(member(n)),
          strengths: fc.constantFrom(null, '帳簿', '写真', '会計ソフト'),
          helped: fc.array(
            fc.record({ gave: fc.constantFrom(...supportTypes), text: fc.constantFrom('帳簿', '看板') }),
            { maxLength: 4 },
          ),
          full: fc.boolean(),
          willing: fc.boolean(),
          nudgedThisMonth: fc.integer({ min: 0, max: 4 }),
          lastNudgedAt: fc.option(fc.date({ noInvalidDate: true })),
          apart: fc.boolean(),
        }),
      ),
    ),
  );
const seeds = fc.integer({ min: 0, max: 999_999 }).map(uuid);

describe('choosing', () => {
  it('skips those who are full, over the limit, apart by a mute, asked before, or known to be the asker; asks no one twice and three at most; gives the same each time', () => {
    fc.assert(
      fc.property(crowd, seeds, fc.boolean(), fc.nat(40), (helpers, id, hidden, before) => {
        const asked = new Set([member(before)]);
        const facts = { asked, count: 3, draw };
        const wanted = request({ id, authorId: hidden ? null : member(1) });
        const chosen = chooseHelpers(wanted, helpers, facts);
        expect(chosenIds(chosen).size).toBe(chosen.length);
        expect(chosen.length).toBeLessThanOrEqual(3);
        for (const { memberId } of chosen) {
          const facts = helpers.find((one) => one.memberId === memberId)!;
          expect(mayBeNudged(facts)).toBe(true);
          expect(hidden ? [...asked] : [...asked, member(1)]).not.toContain(memberId);
        }
        expect(chooseHelpers(wanted, [...helpers].reverse(), facts)).toEqual(chosen);
      }),
    );
  });

  it('of an anonymous request keeps on as it began, no matter who is asked and passes it on: who asked is no fact of it', () => {
    const round = fc.record({ id: seeds, passes: fc.nat(4) });
    fc.assert(
      fc.property(crowd, fc.array(round, { maxLength: 4 }), (helpers, rounds) => {
        let people = [...helpers];
        for (const { id, passes } of rounds) {
          const asked = new Set<MemberId>();
          for (let n = 0; n <= passes; n += 1) {
            const wanted = request({ id, authorId: null });
            const pool = people.filter((one) => mayBeNudged(one) || asked.has(one.memberId));
            const out = leftOutOf(wanted.id, names(pool), draw);
            const chosen = names(chooseHelpers(wanted, people, { asked, count: n ? 1 : 3, draw }));
            expect(chosen).not.toContain(out);
            chosen.forEach((memberId) => asked.add(memberId));
            people = people.map((person) =>
              chosen.includes(person.memberId)
                ? { ...person, nudgedThisMonth: person.nudgedThisMonth + 1, lastNudgedAt: new Date(0) }
                : person,
            );
          }
        }
      }),
    );
  });

  it('cannot be worked out from the ids: under another key another one of six is left out', () => {
    const six = [1, 2, 3, 4, 5, 6].map((n) => member(n));
    const ids = Array.from({ length: 200 }, (_, n) => uuid(n) as SupportRequestId);
    const out = (key: string) => ids.map((id) => leftOutOf(id, six, lotsOf(key)));
    const [ours, guessed] = [out('secret'), out('')];
    const right = ours.filter((one, n) => one === guessed[n]).length;
    // A guess hits one time in six.
    expect(right).toBeLessThan(60);
    expect(out('secret')).toEqual(ours);
  });

  it('leaves each of six out about as often as the others, and never fewer than one', () => {
    const six = [1, 2, 3, 4, 5, 6].map((n) => member(n));
    const times = new Map(six.map((id) => [id, 0]));
    for (let n = 0; n < 6_000; n += 1) {
      const out = leftOutOf(uuid(n) as SupportRequestId, six, draw)!;
      times.set(out, times.get(out)! + 1);
    }
    for (const count of times.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it('of an anonymous request leaves out the one whom the lot names, though they match best', () => {
    const six = [1, 2, 3, 4, 5, 6].map((n) => helper(n, n === 2 ? { strengths: '帳簿' } : {}));
    const ids = Array.from({ length: 60 }, (_, n) => uuid(n));
    const without = ids.filter((id) => !names(choose(six, { id, authorId: null })).includes(member(2)));
    expect(without.length).toBeGreaterThan(0);
    for (const id of without) expect(leftOutOf(id as SupportRequestId, names(six), draw)).toBe(member(2));
    expect(ids.every((id) => names(choose(six, { id })).includes(member(2)))).toBe(true);
  });
});
const chosenIds = (chosen: readonly { memberId: MemberId }[]) => new Set(names(chosen));
