import {
  badInput,
  err,
  ok,
  optional,
  wantsChange,
  type BadUserInput,
  type Conflict,
  type Instant,
  type NotFound,
  type Result,
} from '../../kernel/index.js';
import type { Meeting } from '../meeting/meeting.js';
import {
  afterPartyEvent,
  afterPartyLimits,
  takesAfterParty,
  type AfterParty,
  type NoAfterParty,
} from './after-party.js';
import type { AfterPartyEvent } from './after-party-events.js';

export interface AfterPartyPlan {
  readonly details?: string | null;
  readonly feeYen?: number | null;
  /** 0: none is known yet. */
  readonly expectedVersion?: number | null;
}

/** A line of up to 200 characters, or null. */
export const readAfterPartyDetails = (
  details: string | null | undefined,
): Result<string | null, BadUserInput> => optional('details', details, afterPartyLimits.details);

/** Whole yen, 0 to 100,000, or null. */
export function readAfterPartyFee(fee: number | null | undefined): Result<number | null, BadUserInput> {
  if (fee === null || fee === undefined) return ok(null);
  const { min, max } = afterPartyLimits.feeYen;
  return Number.isInteger(fee) && fee >= min && fee <= max
    ? ok(fee)
    : badInput('feeYen', 'OUT_OF_RANGE', max);
}

/** Plans what comes after a meeting, or changes it; answers stay. Errors: MEETING_CANCELLED, MEETING_OVER, CONFLICT, BAD_USER_INPUT (details, feeYen). */
export function planAfterParty(
  meeting: Meeting,
  before: AfterParty | null,
  plan: AfterPartyPlan,
  now: Instant,
): Result<
  { readonly next: AfterParty; readonly events: readonly AfterPartyEvent[] },
  NoAfterParty | Conflict | BadUserInput
> {
  const open = takesAfterParty(meeting, now);
  if (!open.ok) return open;
  const details = readAfterPartyDetails(plan.details);
  if (!details.ok) return details;
  const feeYen = readAfterPartyFee(plan.feeYen);
  if (!feeYen.ok) return feeYen;
  const wish = { details: details.value, feeYen: feeYen.value };
  const change = wantsChange(before, wish, plan.expectedVersion);
  if (!change.ok) return change;
  if (before && !change.value) return ok({ next: before, events: [] });
  const { id: meetingId, groupId } = meeting;
  return ok({
    next: {
      meetingId,
      groupId,
      ...wish,
      version: (before?.version ?? 0) + 1,
    },
    events: [afterPartyEvent('planned', meeting)],
  });
}

/** It is not held after all; the answers go with it. Errors: MEETING_CANCELLED, MEETING_OVER, NOT_FOUND. */
export function callOffAfterParty(
  meeting: Meeting,
  before: AfterParty | null,
  now: Instant,
): Result<readonly AfterPartyEvent[], NoAfterParty | NotFound> {
  const open = takesAfterParty(meeting, now);
  if (!open.ok) return open;
  return before ? ok([afterPartyEvent('called-off', meeting)]) : err({ code: 'NOT_FOUND' });
}
