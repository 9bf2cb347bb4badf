import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readKana, readName, sameName, sortKeyOf } from './names.js';

describe('names', () => {
  it.each([
    ['山田　花子', '山田 花子'],
    ['  髙橋\t一郎 ', '髙橋 一郎'],
    ['山﨑 努', '山﨑 努'],
    ['O’Brien Ann', 'O’Brien Ann'],
    ['🌸さくら🌸', '🌸さくら🌸'],
    ['大\ufa10 \ufa19一', '大\ufa10 \ufa19一'],
    ['\u202e山田', '山田'],
    ['山田\u200b', '山田'],
    ['葛\u{e0100}城', '葛\u{e0100}城'],
  ])('%j is kept as %j', (text, name) =>
    expect(readName('displayName', text)).toEqual({ ok: true, value: name }),
  );

  it.each([
    ['', 'REQUIRED'],
    ['　 ', 'REQUIRED'],
    ['山田\u0000花子', 'MALFORMED'],
    ['山田\ud83d', 'MALFORMED'],
    ['\u200b', 'REQUIRED'],
    ['\u3164\u2800', 'REQUIRED'],
    ['\u00ad\ufe0f', 'REQUIRED'],
    ['あ'.repeat(81), 'TOO_LONG'],
    ['あ'.repeat(10_000), 'TOO_LONG'],
  ])('%j is refused', (text, rule) =>
    expect(readName('displayName', text)).toMatchObject({ ok: false, error: { rule } }),
  );

  it('counts an emoji as one of the eighty characters', () => {
    expect(readName('displayName', '🌸'.repeat(80)).ok).toBe(true);
  });
});

describe('furigana', () => {
  it.each([
    ['ヤマダ　ハナコ', 'やまだ はなこ'],
    ['ﾔﾏﾀﾞ ﾊﾅｺ', 'やまだ はなこ'],
    ['スーザン・リー', 'すーざん・りー'],
    ['ヴァン', 'ゔぁん'],
    ['やまだ はなこ', 'やまだ はなこ'],
    ['ヤマタ゛', 'やまだ'],
    ['\u202aやまだ\u202c', 'やまだ'],
    ['\u200b', null],
    ['', null],
  ])('%j is kept as %j', (text, kana) => expect(readKana('kana', text)).toEqual({ ok: true, value: kana }));

  it.each(['yamada', '山田', 'やまだ1', 'やまだ!', 'や\u0000ま'])('%j is not furigana', (text) =>
    expect(readKana('kana', text)).toMatchObject({ ok: false, error: { field: 'kana', rule: 'MALFORMED' } }),
  );

  it('reading what was kept changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const once = readKana('kana', text);
        if (once.ok && once.value !== null) expect(readKana('kana', once.value)).toEqual(once);
      }),
    );
  });
});

describe('the order of a list of people', () => {
  it('is that of a Japanese phone book; those without furigana come last, by name', () => {
    const people: [string | null, string][] = [
      ['わたなべ', '渡辺'],
      [null, '王'],
      ['がとう', '賀東'],
      ['かとう', '加藤'],
      ['おおた', '太田'],
      ['おーた', 'オータ'],
      ['おた', '小田'],
      ['かどくら', '門倉'],
      ['はっとり', '服部'],
      ['はつだ', '初田'],
    ];
    const sorted = [...people]
      .sort((a, b) => (sortKeyOf(...a) < sortKeyOf(...b) ? -1 : 1))
      .map(([kana, name]) => kana ?? name);
    expect(sorted).toEqual([
      'おおた',
      'おーた',
      'おた',
      'かとう',
      'がとう',
      'かどくら',
      'はつだ',
      'はっとり',
      'わたなべ',
      '王',
    ]);
  });
});

describe('two spellings of a name', () => {
  it.each([
    ['髙橋 一郎', '高橋一郎', true],
    ['山﨑　努', '山崎 努', true],
    ['Ann Lee', 'ＡＮＮ ＬＥＥ', true],
    ['大\ufa10', '大塚', true],
    ['葛\u{e0100}城', '葛城', true],
    ['山\u200b田', '山田', true],
    ['斎藤 健', '佐藤 健', false],
  ])('%s and %s: %s', (a, b, same) => expect(sameName(a, b)).toBe(same));
});
