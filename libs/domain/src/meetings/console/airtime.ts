import { minutes, type Instant, type MemberId } from '../../kernel/index.js';
import type { AgendaStepId } from '../agendas/agenda.js';

/** How long a member has spoken in one step; the step is null where none was on. */
export interface Airtime {
  readonly memberId: MemberId;
  readonly stepId: AgendaStepId | null;
  readonly spentMs: number;
  /** Since when they have been speaking; null while they are not. */
  readonly speakingSince: Instant | null;
}

/** What a member has spoken in all by now, in milliseconds. */
export const spokenMs = (airtimes: readonly Airtime[], memberId: MemberId, now: Instant): number =>
  airtimes
    .filter((airtime) => airtime.memberId === memberId)
    .reduce((sum, { spentMs, speakingSince }) => sum + spentMs + sinceMs(speakingSince, now), 0);
const sinceMs = (since: Instant | null, now: Instant): number =>
  since === null ? 0 : Math.max(0, now.getTime() - since.getTime());

export const evennesses = ['EVEN', 'MIXED', 'UNEVEN'] as const;
export type Evenness = (typeof evennesses)[number];

/** Evenness is spoken of from three people and ten minutes on. */
export const evennessFrom = { people: 3, minutes: 10 } as const;

/**
 * How evenly talk was spread over those who were there: Shannon's entropy of their shares, over that of equal shares (Pielou 1966), a figure
 * from 0 (one person spoke) to 1 (all the same). EVEN from 0.9 on, MIXED from 0.7 on, else UNEVEN; null when fewer than three people were there, or
 * less than ten minutes were measured. `spoken`: milliseconds of each, in any order; it says nothing of who is who.
 */
export function evennessOf(spoken: readonly number[]): Evenness | null {
  const total = spoken.reduce((sum, ms) => sum + ms, 0);
  if (spoken.length < evennessFrom.people || total < minutes(evennessFrom.minutes)) return null;
  const entropy = spoken
    .filter((ms) => ms > 0)
    .reduce((sum, ms) => sum - (ms / total) * Math.log(ms / total), 0);
  const even = entropy / Math.log(spoken.length);
  return even >= 0.9 ? 'EVEN' : even >= 0.7 ? 'MIXED' : 'UNEVEN';
}
