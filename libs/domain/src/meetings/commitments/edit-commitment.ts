import {
  dateAt,
  err,
  ok,
  wantsChange,
  type BadUserInput,
  type Conflict,
  type Instant,
  type PlainDate,
  type Result,
} from '../../kernel/index.js';
import {
  commitmentEvent,
  isOpenCommitment,
  readDueOn,
  readStatement,
  type Commitment,
  type CommitmentSettled,
} from './commitment.js';
import type { CommitmentEvent } from './commitment-events.js';

export interface CommitmentChanges {
  readonly statement?: string | null | undefined;
  readonly dueOn?: PlainDate | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/**
 * Mends the words or the day of one that is open; what is not given stays, and a day that has passed may stay too.
 * Errors: COMMITMENT_SETTLED, CONFLICT, BAD_USER_INPUT (as in making one).
 */
export function editCommitment(
  commitment: Commitment,
  changes: CommitmentChanges,
  now: Instant,
): Result<
  { readonly next: Commitment; readonly events: readonly CommitmentEvent[] },
  CommitmentSettled | Conflict | BadUserInput
> {
  if (!isOpenCommitment(commitment)) return err({ code: 'COMMITMENT_SETTLED' });
  const statement = readStatement(changes.statement ?? commitment.statement);
  if (!statement.ok) return statement;
  const day = changes.dueOn ?? commitment.dueOn;
  const dueOn = day === commitment.dueOn ? ok(day) : readDueOn(day, dateAt(now, commitment.timeZone));
  if (!dueOn.ok) return dueOn;
  const wish = { statement: statement.value, dueOn: dueOn.value };
  const change = wantsChange(commitment, wish, changes.expectedVersion);
  if (!change.ok) return change;
  if (!change.value) return ok({ next: commitment, events: [] });
  const next: Commitment = { ...commitment, ...wish };
  return ok({ next, events: [commitmentEvent('meeting.commitment-edited', next, commitment.meetingId)] });
}
