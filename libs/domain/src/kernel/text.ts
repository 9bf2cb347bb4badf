import { badInput, ok, type BadUserInput, type Result } from './result.js';

/** Longest texts, in characters (code points), for every input of the product. */
export const limits = {
  name: 80,
  title: 120,
  line: 200,
  paragraph: 2_000,
  body: 5_000,
  place: 200,
  url: 500,
  email: 254,
  phone: 30,
  goals: 3,
  idempotencyKey: 100,
  page: 100,
} as const;

/** Line breaks, tabs and what is printed; no NUL, no other control characters, no half of a surrogate pair. */
// eslint-disable-next-line no-control-regex
const forbiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/u;
export const isCleanText = (text: string): boolean => !forbiddenCharacters.test(text);

/** Counts what a person would call characters closely enough: code points, so that an emoji is not two. */
export const lengthOf = (text: string): number => [...text].length;

/** Full-width digits and letters become ASCII, half-width kana become full-width (NFKC); for phones, dates, amounts. */
export const fold = (text: string): string => text.normalize('NFKC').trim();

/** A text that must be there: trimmed, NFC, at most `max` characters. */
export function required(
  field: string,
  text: string | null | undefined,
  max: number,
): Result<string, BadUserInput> {
  const clean = (text ?? '').normalize('NFC').trim();
  if (clean === '') return badInput(field, 'REQUIRED');
  return bounded(field, clean, max);
}

/** A text that may be missing: null when empty. */
export function optional(
  field: string,
  text: string | null | undefined,
  max: number,
): Result<string | null, BadUserInput> {
  const clean = (text ?? '').normalize('NFC').trim();
  return clean === '' ? ok(null) : bounded(field, clean, max);
}

function bounded(field: string, clean: string, max: number): Result<string, BadUserInput> {
  if (!isCleanText(clean)) return badInput(field, 'MALFORMED');
  return lengthOf(clean) > max ? badInput(field, 'TOO_LONG', max) : ok(clean);
}
