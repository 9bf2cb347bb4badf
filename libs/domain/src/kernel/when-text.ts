import type { Instant } from './instant.js';
import { instantAt, zoned, type PlainDate, type TimeZone } from './time.js';

const weekdays = {
  ja: ['月', '火', '水', '木', '金', '土', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2026年11月20日(金) / Fri 20 Nov 2026 */
export function dayText(instant: Instant, zone: TimeZone, locale: 'ja' | 'en'): string {
  const { year, month, day, dayOfWeek } = zoned(instant, zone);
  const weekday = weekdays[locale][dayOfWeek - 1]!;
  return locale === 'ja'
    ? `${year}年${month}月${day}日(${weekday})`
    : `${weekday} ${day} ${months[month - 1]!} ${year}`;
}

/** 2026年11月20日(金) of a day that has no zone: `2026-11-20`. */
export const plainDayText = (day: PlainDate, locale: 'ja' | 'en'): string =>
  dayText(instantAt(`${day}T00:00`, 'UTC'), 'UTC', locale);

/** 19:00 */
export const clockText = (instant: Instant, zone: TimeZone): string =>
  zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** 2026年11月20日(金) 19:00〜21:00 / Fri 20 Nov 2026, 19:00–21:00; the second day is named only when it is another one. */
export function spanText(from: Instant, to: Instant, zone: TimeZone, locale: 'ja' | 'en'): string {
  const [first, last] = [dayText(from, zone, locale), dayText(to, zone, locale)];
  const [gap, dash] = locale === 'ja' ? [' ', '〜'] : [', ', '–'];
  const end = first === last ? clockText(to, zone) : `${last}${gap}${clockText(to, zone)}`;
  return `${first}${gap}${clockText(from, zone)}${dash}${end}`;
}
