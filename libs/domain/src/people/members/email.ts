import { badInput, fold, limits, ok, readText, type BadUserInput, type Result } from '../../kernel/index.js';

/** Dots are allowed anywhere before the @: Japanese carriers gave out such addresses for years. */
const address =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** A mail address as it is kept and compared: half-width, small letters, at most 254 characters. */
export function readEmail(field: string, text: string | null | undefined): Result<string, BadUserInput> {
  const read = readText(field, text, limits.email, fold);
  if (!read.ok) return read;
  const email = read.value.toLowerCase();
  if (email === '') return badInput(field, 'REQUIRED');
  if (email.length > limits.email) return badInput(field, 'TOO_LONG', limits.email);
  return address.test(email) ? ok(email) : badInput(field, 'MALFORMED');
}
