import {
  alike,
  badInput,
  decomposed,
  fold,
  hiragana,
  limits,
  newForms,
  optional,
  readText,
  requiredLine,
  type BadUserInput,
  type Result,
} from '../../kernel/index.js';

/**
 * A person's name as they write it, at most 80 characters: 髙, 﨑 and 塚 (U+FA10) stay what they are; runs of white space, the
 * full-width space included, become one space; marks of direction and other invisible characters go.
 */
export function readName(field: string, text: string | null | undefined): Result<string, BadUserInput> {
  return requiredLine(field, text, limits.name);
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
  const folded = readText(field, text, limits.name, foldKana);
  if (!folded.ok) return folded;
  const kana = optional(field, folded.value, limits.name);
  return kana.ok && kana.value !== null && !kanaOnly.test(kana.value) ? badInput(field, 'MALFORMED') : kana;
}

/** Katakana of either width becomes hiragana; white space becomes one space. */
export const foldKana = (text: string): string => hiragana(fold(text));

/** Whether two spellings can be the same person's name: spaces, width, capitals and old forms of kanji do not count. */
export const sameName = (a: string, b: string): boolean => bareName(a) === bareName(b);
/** A name without spaces, width, capitals and old forms: what it is compared and found by. */
export const bareName = (name: string): string => newForms(alike(name)).replace(/ /g, '');

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
  if (kana === null) return alike(displayName);
  const plain: string[] = [];
  for (const letter of decomposed(kana).replace(/[\u3099\u309a・ ]/gu, '')) {
    const before = plain.at(-1) ?? '';
    if (letter === 'ー') plain.push(vowels.find(([, row]) => row.test(before))?.[0] ?? '');
    else if (letter === 'ゝ' || letter === 'ゞ') plain.push(before);
    else plain.push(smallKana[letter] ?? letter);
  }
  return `${plain.join('')} ${kana}`;
}
