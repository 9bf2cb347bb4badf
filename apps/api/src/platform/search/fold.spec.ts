import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldForSearch, gramsOf, gramsOfQuery, likePattern, wordsOfQuery } from './fold.js';

describe('search folds what people write', () => {
  it.each([
    ['ｼｷﾝｸﾞﾘ', 'しきんぐり'],
    ['資金繰り　の　相談', '資金繰りの相談'],
    ['資金\n繰り', '資金繰り'],
    ['資金\r\n\u3000\u200b繰り', '資金繰り'],
    ['IT 補助金', 'it補助金'],
    ['web design の話', 'web designの話'],
    ['カ゛ラス', 'がらす'],
    ['髙橋・﨑山', '高橋・崎山'],
    ['\ufa10本', '塚本'],
    ['葛\u{e0100}城', '葛城'],
    ['10〜20％', '10~20%'],
    ['10～20％', '10~20%'],
    ['−5℃', '-5°c'],
    ['ａ―ｂ—ｃ', 'a-b-c'],
    ['“値上げ”', '"値上げ"'],
    ['ＡＢＣ株式会社', 'abc株式会社'],
    ['ヴァイオリン', 'ゔぁいおりん'],
  ])('%s is read as %s', (written, read) => expect(foldForSearch(written)).toBe(read));

  it.each([
    ['税', ['税']],
    ['資金繰り', ['資金', '金繰', '繰り']],
    ['値上げの話', ['値上', '上げ', 'げの', 'の話']],
    ['web広告', ['web', 'b広', '広告']],
    ['it 補助金', ['it', '補助', '助金']],
    ['補助金　IT', ['it', '補助', '助金']],
    ['資金 繰り 資金', ['資金', '繰り']],
    ['繰り、返し', ['繰り', '返し']],
    ['し', ['']],
    ['100%', ['100']],
    ['%', ['']],
  ])('%s is looked up by %j', (query, grams) =>
    expect(gramsOfQuery(wordsOfQuery(query)).toSorted()).toEqual(grams.toSorted()),
  );

  it('compares no more than six of a long question, kana last', () => {
    expect(gramsOfQuery(wordsOfQuery('ありがとうございました、資金繰りと値上げの件'))).toEqual([
      '資金',
      '金繰',
      '値上',
      'あり',
      'りが',
      'がと',
    ]);
  });

  it('every part of a text is covered by the grams of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(), fc.nat(), (raw, a, b) => {
        const folded = foldForSearch(raw);
        const characters = [...folded];
        const [from, to] = [a % (characters.length + 1), b % (characters.length + 1)].sort(
          (x, y) => x - y,
        ) as [number, number];
        const part = characters.slice(from, to).join('').trim();
        const grams = new Set(gramsOf(folded));
        expect(gramsOfQuery([part]).every((gram) => grams.has(gram))).toBe(true);
      }),
    );
  });

  it('two words mean both, in any order, and twelve are enough', () => {
    expect(wordsOfQuery('補助金 IT')).toEqual(['補助金', 'it']);
    expect(wordsOfQuery('　\u200b ')).toEqual([]);
    expect(wordsOfQuery(Array.from({ length: 50 }, (_, i) => `w${i}`).join(' '))).toHaveLength(12);
  });

  it('what has been folded is not folded again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'カ゛ガ髙 \n資金a〜-“\u200b'), maxLength: 20 }),
        (text) => {
          expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
        },
      ),
    );
  });

  it('takes signs that mean something to SQL literally', () => {
    expect(likePattern('100%_\\')).toBe('%100\\%\\_\\\\%');
  });
});
