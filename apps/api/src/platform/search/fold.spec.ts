import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldForSearch, gramsOf, gramsOfQuery, hashGrams, likePattern } from './fold.js';

describe('search folds what people write', () => {
  it.each([
    ['ｼｷﾝｸﾞﾘ', 'しきんぐり'],
    ['資金繰り　の　相談', '資金繰り の 相談'],
    ['ＡＢＣ株式会社', 'abc株式会社'],
    ['ヴァイオリン', 'ゔぁいおりん'],
  ])('%s is read as %s', (written, read) => expect(foldForSearch(written)).toBe(read));

  it('finds one kanji, and a word in the middle of a sentence', () => {
    expect(gramsOfQuery('税')).toEqual(['税']);
    const text = gramsOf(foldForSearch('来月の資金繰りが心配です'));
    expect(gramsOfQuery('資金繰り').every((gram) => text.includes(gram))).toBe(true);
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
        expect(gramsOf(part).every((gram) => grams.has(gram))).toBe(true);
      }),
    );
  });

  it('gives two tenants different keys for the same word', () => {
    expect(hashGrams('a', ['税'])).not.toEqual(hashGrams('b', ['税']));
  });

  it('takes signs that mean something to SQL literally', () => {
    expect(likePattern('100%_\\ ok')).toBe('%100\\%\\_\\\\%ok%');
  });
});
