import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readEmail } from './email.js';
import { phoneKey, readPhone, withLeadingZero } from './phone.js';
import { prefectures, readPrefecture } from './prefectures.js';
import { industries, industryOf, industryText } from './industries.js';

describe('a mail address', () => {
  it.each([
    ['Hanako@Example.CO.JP', 'hanako@example.co.jp'],
    ['ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ', 'hanako@example.jp'],
    ['\u200bhanako@example.jp\ufeff', 'hanako@example.jp'],
    [' taro..yama.@docomo.ne.jp ', 'taro..yama.@docomo.ne.jp'],
    ['a+b@xn--eckwd4c7c.xn--zckzah', 'a+b@xn--eckwd4c7c.xn--zckzah'],
  ])('%j is kept as %s', (text, email) =>
    expect(readEmail('email', text)).toEqual({ ok: true, value: email }),
  );

  it.each([
    'hanako',
    'hanako@',
    '@example.jp',
    'a b@example.jp',
    'a@b',
    'a@-b.jp',
    'a@b..jp',
    'a@example.jp\nbcc: x@y.jp',
    'a\u0000@example.jp',
    '花子@example.jp',
    'a@example.jp,b@example.jp',
    '<a@example.jp>',
  ])('%j is not one', (text) =>
    expect(readEmail('email', text)).toMatchObject({ ok: false, error: { rule: 'MALFORMED' } }),
  );

  it('is at most 254 characters', () =>
    expect(readEmail('email', `${'a'.repeat(10_000)}@example.jp`)).toMatchObject({
      ok: false,
      error: { rule: 'TOO_LONG', limit: 254 },
    }));
});

describe('a phone number', () => {
  it.each([
    ['０９０－１２３４－５６７８', '090-1234-5678'],
    ['09012345678', '090-1234-5678'],
    ['03(1234)5678', '03-1234-5678'],
    ['0312345678', '03-1234-5678'],
    ['06012345678', '060-1234-5678'],
    ['060-1234-5678', '060-1234-5678'],
    ['+81 60 1234 5678', '060-1234-5678'],
    ['0612345678', '06-1234-5678'],
    ['\u202a090-1234-5678\u202c', '090-1234-5678'],
    ['（03）1234 5678', '03-1234-5678'],
    ['090ー1234ー5678', '090-1234-5678'],
    ['0120123456', '0120-123-456'],
    ['+81-90-1234-5678', '090-1234-5678'],
    ['+81 (0)3 1234 5678', '03-1234-5678'],
    ['0921234567', '0921234567'],
    ['+44 20 7946 0958', '+44-20-7946-0958'],
    ['', null],
  ])('%j is kept as %j', (text, phone) =>
    expect(readPhone('phone', text)).toEqual({ ok: true, value: phone }),
  );

  it.each([
    '12345',
    '090-1234-567',
    '060-1234-567',
    '090-1234-56789',
    '9012345678',
    'でんわ',
    '+0123456789',
    '090-1234-5678\u0000',
    '☎️0312345678',
    '0'.repeat(31),
  ])('%j is not one', (text) => expect(readPhone('phone', text)).toMatchObject({ ok: false }));

  it('is the same number however it is divided', () =>
    expect(phoneKey('092-123-4567')).toBe(phoneKey('0921234567')));

  it('gets the zero back that a spreadsheet took', () => {
    expect(withLeadingZero('9012345678')).toBe('09012345678');
    expect(withLeadingZero('6012345678')).toBe('06012345678');
    expect(withLeadingZero('612345678')).toBe('0612345678');
    expect(withLeadingZero('312345678')).toBe('0312345678');
    expect(withLeadingZero('090-1234-5678')).toBe('090-1234-5678');
  });

  it('reading what was kept changes nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0０+＋]?[0-9０-９ ()ー-]{8,16}$/), (text) => {
        const once = readPhone('phone', text);
        if (once.ok && once.value !== null) expect(readPhone('phone', once.value)).toEqual(once);
      }),
    );
  });
});

describe('prefectures', () => {
  it('are forty-seven', () => expect(new Set(prefectures.map(({ ja }) => ja)).size).toBe(47));
  it.each([
    ['東京', '東京都'],
    ['北海道', '北海道'],
    ['京都', '京都府'],
    ['Fukuoka', '福岡県'],
    ['osaka-fu', '大阪府'],
    ['kyoto', '京都府'],
    ['', null],
  ])('%j is %s', (text, name) =>
    expect(readPrefecture('prefecture', text)).toEqual({ ok: true, value: name }),
  );
  it('an unknown one is refused', () =>
    expect(readPrefecture('prefecture', '江戸')).toMatchObject({ ok: false, error: { rule: 'UNKNOWN' } }));
});

describe('industries', () => {
  it('are understood by the words people use, and otherwise kept as typed', () => {
    expect(industryOf('カフェ')?.code).toBe('FOOD_SERVICE');
    expect(industryOf('製造')?.code).toBe('MANUFACTURING');
    expect(industryOf('忍者')).toBeNull();
    expect(industryText('小売業', 'en')).toBe('Retail');
    expect(industryText('忍者', 'en')).toBe('忍者');
    expect(industryText('カフェ', 'ja')).toBe('カフェ');
  });
  it('have words of their own in both languages', () => {
    for (const locale of ['ja', 'en'] as const)
      expect(new Set(industries.map((i) => i[locale])).size).toBe(industries.length);
  });
});
