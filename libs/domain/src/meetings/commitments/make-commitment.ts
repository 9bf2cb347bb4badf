import {
  dateAt,
  err,
  ok,
  type BadUserInput,
  type Instant,
  type MemberId,
  type PlainDate,
  type Result,
} from '../../kernel/index.js';
import type { Meeting, MeetingCancelled, MeetingOver } from '../meeting/meeting.js';
import {
  commitmentEvent,
  commitmentLimits,
  readDueOn,
  readStatement,
  takesCommitments,
  type Commitment,
  type CommitmentId,
  type TooManyCommitments,
} from './commitment.js';
import type { CommitmentEvent } from './commitment-events.js';

export interface NewCommitment {
  readonly ownerId: MemberId;
  readonly madeBy: MemberId;
  readonly statement: string;
  readonly dueOn: PlainDate;
}

/**
 * Writes down what a member will do, as soon as the meeting is planned and until seven days after its end.
 * Errors: MEETING_CANCELLED, MEETING_OVER, TOO_MANY_COMMITMENTS (20 open ones per person and group),
 * BAD_USER_INPUT (statement 1–200 characters; a day from today on, in the zone of the meeting).
 */
export function makeCommitment(
  meeting: Meeting,
  made: NewCommitment,
  openOfOwner: number,
  id: CommitmentId,
  now: Instant,
): Result<
  { readonly commitment: Commitment; readonly events: readonly CommitmentEvent[] },
  MeetingCancelled | MeetingOver | TooManyCommitments | BadUserInput
> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  if (!takesCommitments(meeting, now)) return err({ code: 'MEETING_OVER' });
  if (openOfOwner >= commitmentLimits.open)
    return err({ code: 'TOO_MANY_COMMITMENTS', limit: commitmentLimits.open });
  const statement = readStatement(made.statement);
  if (!statement.ok) return statement;
  const dueOn = readDueOn(made.dueOn, dateAt(now, meeting.timeZone));
  if (!dueOn.ok) return dueOn;
  const commitment: Commitment = {
    id,
    groupId: meeting.groupId,
    meetingId: meeting.id,
    ownerId: made.ownerId,
    madeBy: made.madeBy,
    statement: statement.value,
    dueOn: dueOn.value,
    timeZone: meeting.timeZone,
    status: 'OPEN',
    reason: null,
    settledAt: null,
    settledIn: null,
    version: 1,
  };
  return ok({ commitment, events: [commitmentEvent('meeting.commitment-made', commitment, meeting.id)] });
}
