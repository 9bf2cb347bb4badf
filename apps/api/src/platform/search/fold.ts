import { normalised } from '@yoriai/domain/kernel';

/** NFKC, lower case, katakana as hiragana, runs of white space as one: what people mean, whatever keyboard wrote it. */
export function foldForSearch(text: string): string {
  return normalised(text, 'NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Of a long question so many grams are compared; which of them is rarest hardly depends on the others. */
const mostCompared = 6;

/**
 * Every kanji, every pair of neighbours and every three of a Latin word, each once. Signs part words. The empty gram stands in every text,
 * for questions that hold no other (one kana, a sign).
 */
export function gramsOf(folded: string): string[] {
  const grams = new Set(['']);
  for (const word of folded.split(/[^\p{L}\p{N}\p{M}]+/u)) {
    const characters = [...word];
    characters.forEach((character, i) => {
      const [pair, three] = [2, 3].map((n) => characters.slice(i, i + n).join('')) as [string, string];
      if (/\p{Script=Han}/u.test(character)) grams.add(character);
      if (i + 1 < characters.length) grams.add(pair);
      if (/^[a-z0-9]{3}$/.test(three)) grams.add(three);
    });
  }
  return [...grams];
}

/** What to look up for a question: grams that no other of its grams holds, those first that say more than endings and particles. */
export function gramsOfQuery(folded: string): string[] {
  const grams = gramsOf(folded);
  return grams
    .filter((gram) => !grams.some((other) => other !== gram && other.includes(gram)))
    .toSorted((a, b) => Number(hasKana(a)) - Number(hasKana(b)))
    .slice(0, mostCompared);
}

const hasKana = (gram: string): boolean => /\p{Script=Hiragana}/u.test(gram);

/** A `like` pattern that finds the folded words in this order. */
export function likePattern(folded: string): string {
  return `%${folded
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)
    .split(' ')
    .join('%')}%`;
}
