import { createHash } from 'node:crypto';

/** NFKC, lower case, katakana as hiragana, runs of white space as one: what people mean, whatever keyboard wrote it. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every character and every pair of neighbours, each once; white space is not searched for. */
export function gramsOf(folded: string): string[] {
  const grams = new Set<string>();
  for (const word of folded.split(' ')) {
    const characters = [...word];
    characters.forEach((character, i) => {
      grams.add(character);
      if (i + 1 < characters.length) grams.add(character + characters[i + 1]);
    });
  }
  return [...grams];
}

/** For a query pairs are enough, except for a word of one character. */
export function gramsOfQuery(folded: string): string[] {
  return gramsOf(folded).filter(
    (gram) => [...gram].length > 1 || folded.split(' ').some((word) => word === gram),
  );
}

/** The tenant is part of the key, so that a posting list is as long as the tenant and not the platform. */
export function hashGrams(tenantId: string, grams: readonly string[]): number[] {
  return grams.map((gram) => createHash('md5').update(tenantId).update(gram).digest().readInt32LE(0));
}

/** A `like` pattern that finds the folded words in this order. */
export function likePattern(folded: string): string {
  return `%${folded
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)
    .split(' ')
    .join('%')}%`;
}
