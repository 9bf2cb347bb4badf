import {
  badInput,
  dateAt,
  days,
  err,
  ok,
  plus,
  type BadUserInput,
  type Instant,
  type MeetingId,
  type MemberId,
  type PlainDate,
  type Result,
} from '../../kernel/index.js';
import {
  commitmentEvent,
  commitmentLimits,
  isOpenCommitment,
  readDueOn,
  readSettlementReason,
  type Commitment,
  type CommitmentSettled,
  type CommitmentStatus,
  type Settlement,
} from './commitment.js';
import type { CommitmentEvent } from './commitment-events.js';

export interface SettlementWish {
  readonly status: CommitmentStatus;
  readonly reason?: string | null | undefined;
  /** For CARRIED: the new day. */
  readonly dueOn: PlainDate;
  readonly by: MemberId;
  /** The meeting under way, if one is. */
  readonly meetingId: MeetingId | null;
}

/**
 * OPEN → KEPT | PARTLY | DROPPED (with a reason) | CARRIED (stays open with a later day and counts as neither). To say the same once more
 * changes nothing. OPEN takes the last settlement back within seven days, with the day it had.
 * Errors: COMMITMENT_SETTLED (settled otherwise before), BAD_USER_INPUT (reason, day, nothing to take back).
 */
export function settleCommitment(
  commitment: Commitment,
  last: Settlement | null,
  wish: SettlementWish,
  now: Instant,
): Result<
  {
    readonly next: Commitment;
    readonly settlement: Settlement | null;
    readonly events: readonly CommitmentEvent[];
  },
  CommitmentSettled | BadUserInput
> {
  if (isSettledSo(commitment, last, wish)) return ok({ next: commitment, settlement: null, events: [] });
  if (wish.status === 'OPEN') return takeBack(commitment, last, wish, now);
  if (!isOpenCommitment(commitment)) return err({ code: 'COMMITMENT_SETTLED' });
  const reason = readSettlementReason(wish.status, wish.reason);
  if (!reason.ok) return reason;
  const carried = wish.status === 'CARRIED';
  const today = dateAt(now, commitment.timeZone);
  const dueOn = carried ? readDueOn(wish.dueOn, today) : ok(commitment.dueOn);
  if (!dueOn.ok) return dueOn;
  if (carried && dueOn.value <= commitment.dueOn) return badInput('dueOn', 'OUT_OF_RANGE');
  return changed(
    commitment,
    { status: wish.status, dueOn: dueOn.value, reason: reason.value, settledIn: wish.meetingId },
    wish.by,
    now,
  );
}

/** Settled, carried to that day, or taken back already. */
function isSettledSo(
  commitment: Commitment,
  last: Settlement | null,
  wish: Pick<SettlementWish, 'status' | 'dueOn'>,
): boolean {
  switch (wish.status) {
    case 'OPEN':
      return last?.status === 'OPEN';
    case 'CARRIED':
      return commitment.status === 'CARRIED' && wish.dueOn === commitment.dueOn;
    default:
      return wish.status === commitment.status;
  }
}

function takeBack(
  commitment: Commitment,
  last: Settlement | null,
  wish: SettlementWish,
  now: Instant,
): ReturnType<typeof settleCommitment> {
  if (!last || last.status === 'OPEN' || commitment.status !== last.status)
    return badInput('status', 'UNKNOWN');
  if (now > plus(last.at, days(commitmentLimits.takeBackDays))) return err({ code: 'COMMITMENT_SETTLED' });
  const before = { status: last.statusBefore, dueOn: last.dueBefore, reason: null, settledIn: null };
  return changed(commitment, before, wish.by, now, 'OPEN');
}

function changed(
  commitment: Commitment,
  to: Pick<Commitment, 'status' | 'dueOn' | 'reason' | 'settledIn'>,
  by: MemberId,
  now: Instant,
  said: CommitmentStatus = to.status,
): ReturnType<typeof settleCommitment> {
  const next: Commitment = { ...commitment, ...to, settledAt: said === 'OPEN' ? null : now };
  const settlement: Settlement = {
    commitmentId: commitment.id,
    status: said,
    reason: to.reason,
    statusBefore: commitment.status,
    dueBefore: commitment.dueOn,
    by,
    at: now,
  };
  const where = to.settledIn ?? commitment.meetingId;
  return ok({ next, settlement, events: [commitmentEvent('meeting.commitment-settled', next, where)] });
}
