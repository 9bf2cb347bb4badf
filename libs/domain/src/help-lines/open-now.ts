import { localAt, type Instant, type PlainDate } from '../kernel/index.js';
import type { HelpLine, OpenFrom } from './help-line.js';

/** Open ones come first on the screen, closed ones fold away under their hours. */
export interface LinesNow {
  readonly open: readonly HelpLine[];
  /** Hours differ by place or season: worth a try, the source says more. */
  readonly hoursUnknown: readonly HelpLine[];
  readonly closed: readonly HelpLine[];
}

/**
 * Which lines answer at that moment, on each line's own clock. Within each list: lines that are always open, then
 * those open longest from now, so that a line about to close is not dialled; otherwise the order of the data.
 * `isHoliday` says whether a day (YYYY-MM-DD) is a public holiday in Japan; New Year (29 December to 3 January)
 * needs no saying. Without it a line that keeps holidays is believed to be open on them.
 */
export function openNow(
  lines: readonly HelpLine[],
  now: Instant,
  isHoliday: (day: PlainDate) => boolean = () => false,
): LinesNow {
  const placed = lines.map((line) => ({ line, minutes: minutesLeft(line, now, isHoliday) }));
  return {
    open: placed
      .filter(({ minutes }) => minutes !== null && minutes > 0)
      .toSorted((a, b) => (a.minutes === b.minutes ? 0 : b.minutes! - a.minutes!))
      .map(({ line }) => line),
    hoursUnknown: placed.filter(({ minutes }) => minutes === null).map(({ line }) => line),
    closed: placed.filter(({ minutes }) => minutes === 0).map(({ line }) => line),
  };
}

/** Minutes until the line closes: 0 when it is closed, null when that is not known, Infinity when it never closes. */
function minutesLeft(line: HelpLine, now: Instant, isHoliday: (day: PlainDate) => boolean): number | null {
  if (!line.hours) return null;
  if (line.hours.every((spans) => spans.some(wholeDay))) return Infinity;
  const local = localAt(now, line.timeZone);
  const day = local.slice(0, 10);
  if (line.closedOnHolidays && (isNewYear(day) || isHoliday(day))) return 0;
  const minute = minuteOf(local.slice(11));
  const span = line.hours[mondayFirst(day)]!.find(
    ([from, to]) => minuteOf(from) <= minute && minute < minuteOf(to),
  );
  return span ? minuteOf(span[1]) - minute : 0;
}

const wholeDay = ([from, to]: OpenFrom): boolean => from === '00:00' && to === '24:00';
const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const isNewYear = (day: PlainDate): boolean => day.slice(5) >= '12-29' || day.slice(5) <= '01-03';
const mondayFirst = (day: PlainDate): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
