import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldForSearch, gramsOf, gramsOfQuery, likePattern } from './fold.js';

describe('search folds what people write', () => {
  it.each([
    ['ｼｷﾝｸﾞﾘ', 'しきんぐり'],
    ['資金繰り　の　相談', '資金繰り の 相談'],
    ['ＡＢＣ株式会社', 'abc株式会社'],
    ['ヴァイオリン', 'ゔぁいおりん'],
  ])('%s is read as %s', (written, read) => expect(foldForSearch(written)).toBe(read));

  it.each([
    ['税', ['税']],
    ['資金繰り', ['資金', '金繰', '繰り']],
    ['値上げの話', ['値上', '上げ', 'げの', 'の話']],
    ['web広告', ['web', 'b広', '広告']],
    ['it 補助金', ['it', '補助', '助金']],
    ['繰り、返し', ['繰り', '返し']],
    ['し', ['']],
    ['100%', ['100']],
    ['%', ['']],
  ])('%s is looked up by %j', (query, grams) =>
    expect(gramsOfQuery(foldForSearch(query)).toSorted()).toEqual(grams.toSorted()),
  );

  it('compares no more than six of a long question, kana last', () => {
    expect(gramsOfQuery(foldForSearch('ありがとうございました、資金繰りと値上げの件'))).toEqual([
      ...['資金', '金繰', '値上', 'あり', 'りが', 'がと'],
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
        expect(gramsOfQuery(part).every((gram) => grams.has(gram))).toBe(true);
      }),
    );
  });

  it('takes signs that mean something to SQL literally', () => {
    expect(likePattern('100%_\\ ok')).toBe('%100\\%\\_\\\\%ok%');
  });
});
