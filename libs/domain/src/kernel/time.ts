import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.js';

/** A calendar day without a zone: `YYYY-MM-DD`. */
export type PlainDate = string;
/** Wall-clock time without a zone: `YYYY-MM-DDTHH:mm`. */
export type PlainDateTime = string;
/** An IANA zone name, such as `Asia/Tokyo`. */
export type TimeZone = string;

/** A name the runtime knows, `UTC` included; offsets such as `+09:00` are not zones. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

export function isPlainDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && parses(() => Temporal.PlainDate.from(text, { overflow: 'reject' }))
  );
}
export function isPlainDateTime(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) &&
    parses(() => Temporal.PlainDateTime.from(text, { overflow: 'reject' }))
  );
}
function parses(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

/**
 * The moment at which clocks in `zone` show `local`. A time that daylight saving skips moves forward by the gap;
 * of a time that happens twice the first is meant (Temporal's `compatible`, RFC 5545 3.3.5).
 */
export function instantAt(local: PlainDateTime, zone: TimeZone): Instant {
  return new Date(
    Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' })
      .epochMilliseconds,
  );
}

/** What clocks in `zone` show at that moment, to the minute. */
export function localAt(instant: Instant, zone: TimeZone): PlainDateTime {
  return zoned(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
export const dateAt = (instant: Instant, zone: TimeZone): PlainDate => localAt(instant, zone).slice(0, 10);

export const zoned = (instant: Instant, zone: TimeZone): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
