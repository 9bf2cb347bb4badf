import { Temporal } from 'temporal-polyfill';
import { instantAt, isBefore, localAt, minutes, plus, type Instant, type TimeZone } from '../kernel/index.js';
import { ruleOf, type MailKind } from './notices.js';

/** Wall-clock times `HH:mm` in the member's zone; both null when nothing is held back. */
export interface QuietHours {
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
}

export const isClockTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** From `quietFrom` up to, but not including, `quietTo`; over midnight when `quietFrom` is the later. Equal times mean none. */
export function isQuiet(instant: Instant, { quietFrom, quietTo }: QuietHours, zone: TimeZone): boolean {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return false;
  const clock = localAt(instant, zone).slice(11);
  return quietFrom < quietTo ? quietFrom <= clock && clock < quietTo : quietFrom <= clock || clock < quietTo;
}

/**
 * When a mail of this kind may go out: now, or at the end of the reader's quiet hours. Meeting reminders, sign-in codes
 * and emergencies never wait. A quiet end that daylight saving skips moves forward by the gap; of one that comes twice
 * the next to come counts.
 */
export function heldUntil(kind: MailKind, now: Instant, quiet: QuietHours, zone: TimeZone): Instant {
  if (!ruleOf(kind).quiet || !isQuiet(now, quiet, zone)) return now;
  const local = localAt(now, zone);
  const tomorrow = quiet.quietTo! <= local.slice(11);
  const day = Temporal.PlainDate.from(local.slice(0, 10)).add({ days: tomorrow ? 1 : 0 });
  const end = `${day.toString()}T${quiet.quietTo}`;
  const first = instantAt(end, zone);
  return isBefore(now, first) ? first : secondTime(end, zone);
}

/** A clock that has been set back shows the hour again. */
const secondTime = (local: string, zone: TimeZone): Instant =>
  new Date(
    Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds,
  );

/** How long it has to be quiet before a mail that gathers goes out, and how long it waits at most. */
export const gathering = { quietMinutes: 5, atMostMinutes: 30 } as const;
/** When a mail that was begun at one moment goes out after a further notice: five minutes later, half an hour after its beginning at the latest. */
export const goesOutAt = (begunAt: Instant, now: Instant): Instant =>
  new Date(
    Math.min(
      plus(now, minutes(gathering.quietMinutes)).getTime(),
      Math.max(now.getTime(), plus(begunAt, minutes(gathering.atMostMinutes)).getTime()),
    ),
  );
