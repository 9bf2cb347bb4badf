import { alike } from './characters.js';

/** No number of ours is written in more. */
const longest = 40;

/**
 * The number a member typed or pasted: digits of any width, 1,234,567円, ¥500, 12回, △5 and −5. Null when there is nothing, NaN when
 * it is no number. Every box for a number reads with it.
 */
export function numberIn(text: string): number | null {
  if (text.length > longest) return NaN;
  const digits = alike(text)
    .replace(/[,、\s¥]/gu, '')
    .replace(/[円回人名分]$/u, '')
    .replace(/^[△▲]/u, '-');
  return digits === '' ? null : /^-?\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : NaN;
}
