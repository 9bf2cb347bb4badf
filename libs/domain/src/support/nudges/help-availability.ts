import {
  ok,
  wantsChange,
  type Conflict,
  type Instant,
  type Result,
  type TimeZone,
  type PlainMonth,
  monthAt,
} from '../../kernel/index.js';

/** How much a member can give at the moment: known to themselves and to the matching alone. */
export interface HelpAvailability {
  /** 今月は手いっぱいです: the month it was said for; over with that month. */
  readonly fullMonth: PlainMonth | null;
  /** もっと声をかけてよい: asked more than twice a month. */
  readonly willing: boolean;
  readonly version: number;
}
export const usualAvailability: HelpAvailability = { fullMonth: null, willing: false, version: 1 };

export const isFull = (
  { fullMonth }: Pick<HelpAvailability, 'fullMonth'>,
  now: Instant,
  zone: TimeZone,
): boolean => fullMonth === monthAt(now, zone);

export interface AvailabilityChange {
  readonly fullThisMonth?: boolean | null;
  readonly willing?: boolean | null;
  readonly expectedVersion?: number | null;
}

/** Said and taken back at any time; what is absent stays. CONFLICT when it was changed elsewhere meanwhile. */
export function changeHelpAvailability(
  current: HelpAvailability,
  change: AvailabilityChange,
  now: Instant,
  zone: TimeZone,
): Result<HelpAvailability, Conflict> {
  const full = change.fullThisMonth ?? isFull(current, now, zone);
  const wish = { fullMonth: full ? monthAt(now, zone) : null, willing: change.willing ?? current.willing };
  const wanted = wantsChange<HelpAvailability>(current, wish, change.expectedVersion);
  if (!wanted.ok) return wanted;
  return ok(wanted.value ? { ...wish, version: current.version + 1 } : current);
}
