import { fold } from '@yoriai/domain/kernel';

/** 1,234,567円 and full-width digits are numbers too; nothing is null. */
export function figureIn(text: string): number | null {
  const digits = fold(text).replace(/[,、\s円¥]/gu, '');
  return digits === '' ? null : /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : NaN;
}
