import { hours, minutes } from '@yoriai/domain/kernel';
import type { NotSent } from './transport.js';

/** A mail whose sender has died in the middle is taken up again after this; longer than a send can take. */
export const abandonedAfterMs = 20_000;

/** Five more tries, further and further apart: the first soon, since most often only an idle connection had gone stale. */
const waits = [5_000, minutes(1), minutes(10), hours(1), hours(4)];

export type NextTry =
  | { readonly state: 'FAILED' }
  | { readonly state: 'QUEUED' | 'SENDING'; readonly inMs: number };

/**
 * What becomes of a mail that came back, after so many failures before this one. SENDING stays on a mail that may have
 * arrived all the same: its next try counts as a repeat.
 */
export function nextTry({ outcome }: NotSent, failuresBefore: number): NextTry {
  const inMs = waits[failuresBefore];
  if (outcome === 'bounced' || inMs === undefined) return { state: 'FAILED' };
  return { state: outcome === 'unknown' ? 'SENDING' : 'QUEUED', inMs };
}
