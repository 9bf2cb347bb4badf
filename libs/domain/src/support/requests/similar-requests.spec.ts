import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MemberId } from '../../kernel/index.js';
import {
  mostSimilar,
  similarShown,
  supportStatuses,
  wordsOf,
  wordsToSeek,
  type SupportRequest,
} from '../index.js';

const uuid = (n: number) => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const member = (n: number) => uuid(n) as MemberId;
const asker = member(1);

describe('similar requests', () => {
  const past = (id: string, title: string, body: string, status: SupportRequest['status'] = 'OPEN') => ({
    id,
    title,
    body,
    status,
  });
  const requests = [
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
  const found = (text: string) => mostSimilar(text, requests).map(({ id }) => id);

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
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.subarray(requests), (text, seen) => {
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
