import { badInput, fold, limits, ok, readText, type BadUserInput, type Result } from '../../kernel/index.js';

/** Everything people put between digits: hyphens and dashes of all widths, the long-vowel sign, dots, brackets, spaces. */
const separators = /[\s\-‐‑‒–—―−ー.・()]+/gu;

/**
 * A phone number as it is kept: full-width digits folded, one hyphen where a separator stood, `+81` turned into `0`.
 * Japanese numbers begin with 0 and have 10 digits, mobile ones 11; others begin with + and have 8–15. Null when empty.
 */
export function readPhone(
  field: string,
  text: string | null | undefined,
): Result<string | null, BadUserInput> {
  const read = readText(field, text, limits.phone, fold);
  if (!read.ok) return read;
  const folded = read.value;
  if (folded === '') return ok(null);
  if (folded.length > limits.phone) return badInput(field, 'TOO_LONG', limits.phone);
  const phone = folded
    .replace(separators, '-')
    .replace(/^-|-$/g, '')
    .replace(/^\+81-?0?-?/, '0');
  if (/^\+[1-9][\d-]*$/.test(phone))
    return between(digitsOf(phone), 8, 15) ? ok(phone) : badInput(field, 'MALFORMED');
  if (!/^0[\d-]+$/.test(phone) || digitsOf(phone) !== (/^0[256789]0/.test(phoneKey(phone)) ? 11 : 10))
    return badInput(field, 'MALFORMED');
  return ok(phone.includes('-') ? phone : hyphenated(phone));
}

/** What two spellings of one number have in common. */
export const phoneKey = (phone: string): string => phone.replace(/-/g, '');

/** A Japanese number whose leading 0 a spreadsheet has eaten, given back: 9012345678 → 09012345678. */
export const withLeadingZero = (text: string): string => {
  const folded = fold(text);
  return /^(?:[56789]0\d{8}|[1-9]\d{8})$/.test(folded) ? `0${folded}` : text;
};

const digitsOf = (phone: string): number => phone.replace(/\D/g, '').length;
const between = (n: number, from: number, to: number): boolean => n >= from && n <= to;

/** Only where the number itself says how it is divided; other area codes are left as they are. */
const hyphenated = (digits: string): string =>
  digits
    .replace(/^(0[56789]0)(\d{4})(\d{4})$/, '$1-$2-$3')
    .replace(/^(0120|0570)(\d{3})(\d{3})$/, '$1-$2-$3')
    .replace(/^(0800)(\d{3})(\d{4})$/, '$1-$2-$3')
    .replace(/^(03|06)(\d{4})(\d{4})$/, '$1-$2-$3');
