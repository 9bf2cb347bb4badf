import { Temporal } from 'temporal-polyfill';
import {
  badInput,
  type BadUserInput,
  isPlainDate,
  limits,
  ok,
  type PlainDate,
  requiredLine,
  type Result,
} from '../../kernel/index.js';
import { groupLimits, type ProgrammeId } from '../group/group.js';
import type { ProgrammeEvent } from './programme-events.js';

/** A tenant's run of groups (期), first and last day included. */
export interface Programme {
  readonly id: ProgrammeId;
  readonly name: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/** The fiscal year that contains `day`; it begins on the first of `firstMonth` (1–12, April unless said). */
export function fiscalYearOf(day: PlainDate, firstMonth = 4): { startsOn: PlainDate; endsOn: PlainDate } {
  const date = Temporal.PlainDate.from(day);
  const year = date.month >= firstMonth ? date.year : date.year - 1;
  const startsOn = Temporal.PlainDate.from({ year, month: firstMonth, day: 1 });
  return {
    startsOn: startsOn.toString(),
    endsOn: startsOn.add({ years: 1 }).subtract({ days: 1 }).toString(),
  };
}

/** A programme has a name and ends after it begins, within three years. */
export function createProgramme(
  input: Omit<Programme, 'id'>,
  id: ProgrammeId,
): Result<{ next: Programme; events: readonly ProgrammeEvent[] }, BadUserInput> {
  const name = requiredLine('name', input.name, limits.name);
  if (!name.ok) return name;
  const { startsOn, endsOn } = input;
  if (!isPlainDate(startsOn)) return badInput('startsOn', 'MALFORMED');
  if (!isPlainDate(endsOn)) return badInput('endsOn', 'MALFORMED');
  const length = Temporal.PlainDate.from(startsOn).until(endsOn, { largestUnit: 'day' }).days;
  if (length <= 0 || length > groupLimits.programmeDays) return badInput('endsOn', 'OUT_OF_RANGE');
  return ok({
    next: { id, name: name.value, startsOn, endsOn },
    events: [{ name: 'group.programme-created', ids: { programmeId: id } }],
  });
}
