import { instantAt, type PlainDate, type TimeZone } from '@yoriai/domain/kernel';

/** `2026-11`. */
export type Month = string;

export const isMonth = (text: string | null): text is Month =>
  text !== null && /^(?:19[7-9]\d|20\d\d)-(?:0[1-9]|1[0-2])$/.test(text);

export function monthAfter(month: Month, count = 1): Month {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number! - 1 + count, 1)).toISOString().slice(0, 7);
}

/** The weeks of a month from Sunday to Saturday; days of the neighbouring months are null. */
export function weeksOf(month: Month): (PlainDate | null)[][] {
  const [year, number] = month.split('-').map(Number);
  const blanks = new Date(Date.UTC(year!, number! - 1, 1)).getUTCDay();
  const length = new Date(Date.UTC(year!, number!, 0)).getUTCDate();
  const days = Array.from({ length }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`);
  const cells = [...Array.from<null>({ length: blanks }).fill(null), ...days];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** From the first moment of the month to the first of the next, on the tenant's clock. */
export const boundsOf = (month: Month, zone: TimeZone): { readonly from: string; readonly to: string } => ({
  from: instantAt(`${month}-01T00:00`, zone).toISOString(),
  to: instantAt(`${monthAfter(month)}-01T00:00`, zone).toISOString(),
});
