import { composed, oneLine, pilesMarks, showsNothing } from './characters.js';
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
// oxlint-disable-next-line no-control-regex
const forbiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/u;
export const isCleanText = (text: string): boolean => !forbiddenCharacters.test(text);

/** Counts what a person would call characters closely enough: code points, so that an emoji is not two. */
export const lengthOf = (text: string): number => [...text].length;

/** As it comes a text may be longer than it will be: two halves of one character, letters apart from their marks. */
const rawPerCharacter = 4;

/**
 * A text from outside in the form its field is kept in (`composed` unless said, `fold` for what is compared), trimmed; empty when a
 * reader would see nothing. The only way to take one: its raw length is looked at first (TOO_LONG beyond four units per character of
 * `max`), then its piles of combining marks (MALFORMED beyond 30), and only then is anything done with it. `max` itself is counted by
 * the field's reader, in what comes out.
 */
export function readText(
  field: string,
  text: string | null | undefined,
  max: number,
  form: (text: string) => string = composed,
): Result<string, BadUserInput> {
  const raw = (text ?? '').trim();
  if (raw.length > rawPerCharacter * max) return badInput(field, 'TOO_LONG', max);
  if (pilesMarks(raw)) return badInput(field, 'MALFORMED');
  return ok(showsNothing(raw) ? '' : form(raw).trim());
}

/** A text that must be there: trimmed, NFC, at most `max` characters. */
export function required(
  field: string,
  text: string | null | undefined,
  max: number,
): Result<string, BadUserInput> {
  const clean = readText(field, text, max);
  if (!clean.ok) return clean;
  return clean.value === '' ? badInput(field, 'REQUIRED') : bounded(field, clean.value, max);
}

/** A text of one line that must be there: gaps are one space, what shows nothing is gone; at most `max` characters. */
export function requiredLine(
  field: string,
  text: string | null | undefined,
  max: number,
): Result<string, BadUserInput> {
  const line = readText(field, text, max, oneLine);
  return line.ok ? required(field, line.value, max) : line;
}

/** A text that may be missing: null when empty. */
export function optional(
  field: string,
  text: string | null | undefined,
  max: number,
): Result<string | null, BadUserInput> {
  const clean = readText(field, text, max);
  if (!clean.ok) return clean;
  return clean.value === '' ? ok(null) : bounded(field, clean.value, max);
}

function bounded(field: string, clean: string, max: number): Result<string, BadUserInput> {
  if (!isCleanText(clean)) return badInput(field, 'MALFORMED');
  return lengthOf(clean) > max ? badInput(field, 'TOO_LONG', max) : ok(clean);
}
