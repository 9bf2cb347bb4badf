import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.js';
import { dateAt, instantAt, type TimeZone } from './time.js';

/** A calendar month without a zone: `YYYY-MM`. */
export type PlainMonth = string;
export const monthAt = (instant: Instant, zone: TimeZone): PlainMonth => dateAt(instant, zone).slice(0, 7);
export const startOfMonth = (month: PlainMonth, zone: TimeZone): Instant =>
  instantAt(`${month}-01T00:00`, zone);

/** The last `count` months, the present one included, oldest first. */
export function lastMonths(now: Instant, zone: TimeZone, count: number): readonly PlainMonth[] {
  const present = Temporal.PlainYearMonth.from(monthAt(now, zone));
  return Array.from({ length: count }, (_, i) => present.subtract({ months: count - 1 - i }).toString());
}
