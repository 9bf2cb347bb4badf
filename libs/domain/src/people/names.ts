import { badInput, limits, optional, required, type BadUserInput, type Result } from '../kernel/index.js';

/** Marks that turn the direction of writing around could make one name look like another. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * A person's name as they write it, at most 80 characters: 髙 and 﨑 stay what they are; runs of white space, the
 * full-width space included, become one space.
 */
export function readName(field: string, text: string | null | undefined): Result<string, BadUserInput> {
  const name = required(field, oneLine(text), limits.name);
  return name.ok && directionMarks.test(name.value) ? badInput(field, 'MALFORMED') : name;
}

const kanaOnly = /^[\u3041-\u3096ゝゞー・ ]+$/u;

/**
 * Furigana, at most 80 characters, always kept in hiragana: katakana and half-width kana are folded. Null when empty;
 * anything but kana, a space, ー and ・ is MALFORMED.
 */
export function readKana(
  field: string,
  text: string | null | undefined,
): Result<string | null, BadUserInput> {
  const kana = optional(field, foldKana(text ?? ''), limits.name);
  return kana.ok && kana.value !== null && !kanaOnly.test(kana.value) ? badInput(field, 'MALFORMED') : kana;
}

/** Katakana of either width becomes hiragana; white space becomes one space. */
export const foldKana = (text: string): string =>
  oneLine(text.normalize('NFKC'))
    .replace(/[\u30a1-\u30f6\u30fd\u30fe]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .trim();

const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/gu, ' ');

/** Spellings of one surname that rosters mix freely. */
const variants: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  嵜: '崎',
  濵: '浜',
  濱: '浜',
  邊: '辺',
  邉: '辺',
  澤: '沢',
  齋: '斎',
  齊: '斉',
  櫻: '桜',
  廣: '広',
  德: '徳',
  𠮷: '吉',
  國: '国',
  眞: '真',
};

/** Whether two spellings can be the same person's name: spaces, width, capitals and old forms of kanji do not count. */
export const sameName = (a: string, b: string): boolean => bareName(a) === bareName(b);
/** A name without spaces, width, capitals and old forms: what it is compared and found by. */
export const bareName = (name: string): string =>
  [...name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()].map((c) => variants[c] ?? c).join('');

const smallKana: Readonly<Record<string, string>> = {
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
  っ: 'つ',
  ゃ: 'や',
  ゅ: 'ゆ',
  ょ: 'よ',
  ゎ: 'わ',
  ゕ: 'か',
  ゖ: 'け',
};
const vowels: readonly (readonly [string, RegExp])[] = [
  ['あ', /[あかさたなはまやらわ]/u],
  ['い', /[いきしちにひみりゐ]/u],
  ['う', /[うくすつぬふむゆる]/u],
  ['え', /[えけせてねへめれゑ]/u],
  ['お', /[おこそとのほもよろを]/u],
];

/**
 * What a list of people is sorted by, in code-point order: the kana in the order of a Japanese phone book (voicing, small
 * letters and long vowels count only between equals), or the name where no kana is known.
 */
export function sortKeyOf(kana: string | null, displayName: string): string {
  if (kana === null) return displayName.normalize('NFKC').toLowerCase();
  const plain: string[] = [];
  for (const letter of kana.normalize('NFD').replace(/[\u3099\u309a・ ]/gu, '')) {
    const before = plain.at(-1) ?? '';
    if (letter === 'ー') plain.push(vowels.find(([, row]) => row.test(before))?.[0] ?? '');
    else if (letter === 'ゝ' || letter === 'ゞ') plain.push(before);
    else plain.push(smallKana[letter] ?? letter);
  }
  return `${plain.join('')} ${kana}`;
}
