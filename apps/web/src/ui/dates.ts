import type { Language } from '../words/i18n.js';

/** Times are shown on the clock of the place where something happens, not on the reader's. */
interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
}

/** 2026年11月20日(金) · Friday 20 November 2026 */
export const longDate = (instant: string, timeZone: string, language: Language): string =>
  language === 'ja'
    ? format(instant, timeZone, 'ja', { year: 'numeric', month: 'long', day: 'numeric' }) +
      weekdayInBrackets(instant, timeZone)
    : format(instant, timeZone, 'en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** 11月20日(金) · Fri 20 Nov */
export const shortDate = (instant: string, timeZone: string, language: Language): string =>
  language === 'ja'
    ? format(instant, timeZone, 'ja', { month: 'long', day: 'numeric' }) +
      weekdayInBrackets(instant, timeZone)
    : format(instant, timeZone, 'en-GB', { weekday: 'short', day: 'numeric', month: 'short' });

/** 11月20日(金) of a day that has no zone: `2026-11-20`. */
export const dayText = (day: string, language: Language): string =>
  shortDate(`${day}T00:00:00Z`, 'UTC', language);

/** 2026/11/20, for tables. */
export const tableDate = (instant: string, timeZone: string): string =>
  format(instant, timeZone, 'ja', { year: 'numeric', month: '2-digit', day: '2-digit' });

/** 19:00 */
export const clock = (instant: string, timeZone: string): string =>
  format(instant, timeZone, 'en-GB', { hour: '2-digit', minute: '2-digit' });

/** 2026年11月20日(金) 19:00〜21:00 · Friday 20 November 2026, 19:00–21:00; the last day is named when it is another one. */
export function dateSpan({ startsAt, endsAt, timeZone }: Span, language: Language): string {
  const overnight = tableDate(startsAt, timeZone) !== tableDate(endsAt, timeZone);
  const end = (overnight ? `${shortDate(endsAt, timeZone, language)} ` : '') + clock(endsAt, timeZone);
  return language === 'ja'
    ? `${longDate(startsAt, timeZone, 'ja')} ${clock(startsAt, timeZone)}〜${end}`
    : `${longDate(startsAt, timeZone, 'en')}, ${clock(startsAt, timeZone)}–${end}`;
}

/** 3分前, 2日前, for feeds only; after a week the date. */
export function ago(instant: string, now: Date, timeZone: string, language: Language): string {
  const minutes = Math.round((now.getTime() - Date.parse(instant)) / 60_000);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (minutes < 60) return relative.format(-Math.max(minutes, 0), 'minute');
  if (minutes < 60 * 24) return relative.format(-Math.floor(minutes / 60), 'hour');
  if (minutes < 60 * 24 * 7) return relative.format(-Math.floor(minutes / (60 * 24)), 'day');
  return shortDate(instant, timeZone, language);
}

const weekdayInBrackets = (instant: string, timeZone: string): string =>
  `(${format(instant, timeZone, 'ja', { weekday: 'short' })})`;

/** To make one takes a phone several milliseconds, and a page shows dozens of dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Engines disagree about a comma after an English weekday; we write none. */
function format(
  instant: string,
  timeZone: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const key = JSON.stringify([locale, timeZone, options]);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, made);
  return made.format(new Date(instant)).replace(', ', ' ');
}
