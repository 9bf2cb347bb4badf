import {
  badInput,
  err,
  limits,
  ok,
  optional,
  wantsChange,
  type BadUserInput,
  type Conflict,
  type GroupId,
  type Instant,
  type MeetingId,
  type MemberId,
  type NotFound,
  type Result,
} from '../../kernel/index.js';
import {
  isOpenToChange,
  type Meeting,
  type MeetingCancelled,
  type MeetingEvent,
  type MeetingOver,
} from '../meeting/meeting.js';

/** 懇親会: eating and drinking together after a meeting, with answers and a fee of its own. */
export interface AfterParty {
  readonly meetingId: MeetingId;
  readonly groupId: GroupId;
  /** Where and when, in the words of whoever arranges it. */
  readonly details: string | null;
  /** Whole yen for each person; null while it is not known. */
  readonly feeYen: number | null;
  readonly version: number;
}
/** Whether somebody comes along. */
export interface AfterPartyAnswer {
  readonly memberId: MemberId;
  readonly coming: boolean;
}

export const afterPartyLimits = { details: limits.line, feeYen: { min: 0, max: 100_000 } } as const;

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

type Standing = MeetingCancelled | MeetingOver;
function standing(meeting: Meeting, now: Instant): Result<true, Standing> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  return isOpenToChange(meeting, now) ? ok(true) : err({ code: 'MEETING_OVER' });
}

/** Plans what comes after a meeting, or changes it; answers stay. Errors: MEETING_CANCELLED, MEETING_OVER, CONFLICT, BAD_USER_INPUT (details, feeYen). */
export function planAfterParty(
  meeting: Meeting,
  before: AfterParty | null,
  plan: AfterPartyPlan,
  now: Instant,
): Result<
  { readonly next: AfterParty; readonly events: readonly MeetingEvent[] },
  Standing | Conflict | BadUserInput
> {
  const open = standing(meeting, now);
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
    events: [said('planned', meeting)],
  });
}

/** It is not held after all; the answers go with it. Errors: MEETING_CANCELLED, MEETING_OVER, NOT_FOUND. */
export function callOffAfterParty(
  meeting: Meeting,
  before: AfterParty | null,
  now: Instant,
): Result<readonly MeetingEvent[], Standing | NotFound> {
  const open = standing(meeting, now);
  if (!open.ok) return open;
  return before ? ok([said('called-off', meeting)]) : err({ code: 'NOT_FOUND' });
}

/** Comes along or does not, whatever was answered to the meeting; can change until it ends. Errors: MEETING_CANCELLED, MEETING_OVER, NOT_FOUND (none is planned). */
export function answerAfterParty(
  meeting: Meeting,
  before: AfterParty | null,
  answer: AfterPartyAnswer,
  now: Instant,
): Result<
  { readonly given: AfterPartyAnswer; readonly events: readonly MeetingEvent[] },
  Standing | NotFound
> {
  const open = standing(meeting, now);
  if (!open.ok) return open;
  if (!before) return err({ code: 'NOT_FOUND' });
  return ok({ given: answer, events: [said('answered', meeting)] });
}

const said = (what: 'planned' | 'answered' | 'called-off', { id, groupId }: Meeting): MeetingEvent => ({
  name: `meeting.after-party-${what}`,
  ids: { meetingId: id, groupId },
});
