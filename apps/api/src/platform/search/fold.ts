import { alike, hiragana, newForms } from '@yoriai/domain/kernel';

/** Japanese is written without gaps, also where a line ends, and beside Latin words with or without one: they part words of other scripts only. */
const gapsOfJapanese =
  /(?<=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]) | (?=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])/gu;

/** One spelling for texts that read alike: katakana as hiragana, old kanji as new ones, no gaps in Japanese. */
export const foldForSearch = (text: string): string =>
  newForms(hiragana(alike(text))).replace(gapsOfJapanese, '');

/** So many words of a question are looked for; what comes after them is passed over. */
const mostWords = 12;

/** The words of a query, each folded: a text that holds all of them, in any order, matches. */
export const wordsOfQuery = (query: string): readonly string[] =>
  [...new Set(alike(query).split(' ').map(foldForSearch))].filter((word) => word !== '').slice(0, mostWords);

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

/** What to look up for the words of a question: grams that no other of its grams holds, those first that say more than endings and particles. */
export function gramsOfQuery(words: readonly string[]): string[] {
  const grams = [...new Set(words.flatMap(gramsOf))];
  return grams
    .filter((gram) => !grams.some((other) => other !== gram && other.includes(gram)))
    .toSorted((a, b) => Number(hasKana(a)) - Number(hasKana(b)))
    .slice(0, mostCompared);
}

const hasKana = (gram: string): boolean => /\p{Script=Hiragana}/u.test(gram);

/** A `like` pattern that finds a folded word. */
export const likePattern = (word: string): string => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
