import { composed, showsNothing } from './letters.js';
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

/** As its writer wrote it, composed and trimmed; empty when a reader would see nothing. */
const written = (text: string | null | undefined): string =>
  showsNothing(text ?? '') ? '' : composed(text ?? '').trim();

/** A text that must be there: trimmed, NFC, at most `max` characters. */
export function required(
  field: string,
  text: string | null | undefined,
  max: number,
): Result<string, BadUserInput> {
  const clean = written(text);
  if (clean === '') return badInput(field, 'REQUIRED');
  return bounded(field, clean, max);
}

/** A text that may be missing: null when empty. */
export function optional(
  field: string,
  text: string | null | undefined,
  max: number,
): Result<string | null, BadUserInput> {
  const clean = written(text);
  return clean === '' ? ok(null) : bounded(field, clean, max);
}

function bounded(field: string, clean: string, max: number): Result<string, BadUserInput> {
  if (!isCleanText(clean)) return badInput(field, 'MALFORMED');
  return lengthOf(clean) > max ? badInput(field, 'TOO_LONG', max) : ok(clean);
}
