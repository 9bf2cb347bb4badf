import {
  err,
  limits,
  ok,
  type GroupId,
  type Instant,
  type MeetingId,
  type MemberId,
  type NotFound,
  type Result,
} from '../../kernel/index.js';
import { isOpenToChange, type Meeting, type MeetingCancelled, type MeetingOver } from '../meeting/meeting.js';
import type { AfterPartyEvent } from './after-party-events.js';

/** 懇親会: eating and drinking together after a meeting, with answers and a fee of its own. */
export interface AfterParty {
  readonly meetingId: MeetingId;
  readonly groupId: GroupId;
  /** Where and when, in the words of its organiser. */
  readonly details: string | null;
  /** Whole yen for each person; null while it is not known. */
  readonly feeYen: number | null;
  readonly version: number;
}
/** Whether a member comes along. */
export interface AfterPartyAnswer {
  readonly memberId: MemberId;
  readonly coming: boolean;
}

export const afterPartyLimits = { details: limits.line, feeYen: { min: 0, max: 100_000 } } as const;

export type NoAfterParty = MeetingCancelled | MeetingOver;
export function takesAfterParty(meeting: Meeting, now: Instant): Result<true, NoAfterParty> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  return isOpenToChange(meeting, now) ? ok(true) : err({ code: 'MEETING_OVER' });
}

/** Comes along or does not, apart from the answer to the meeting; can change until it ends. Errors: MEETING_CANCELLED, MEETING_OVER, NOT_FOUND (none is planned). */
export function answerAfterParty(
  meeting: Meeting,
  before: AfterParty | null,
  answer: AfterPartyAnswer,
  now: Instant,
): Result<
  { readonly given: AfterPartyAnswer; readonly events: readonly AfterPartyEvent[] },
  NoAfterParty | NotFound
> {
  const open = takesAfterParty(meeting, now);
  if (!open.ok) return open;
  if (!before) return err({ code: 'NOT_FOUND' });
  return ok({ given: answer, events: [afterPartyEvent('answered', meeting)] });
}

export const afterPartyEvent = (
  what: 'planned' | 'answered' | 'called-off',
  { id, groupId }: Meeting,
): AfterPartyEvent => ({
  name: `meeting.after-party-${what}`,
  ids: { meetingId: id, groupId },
});
