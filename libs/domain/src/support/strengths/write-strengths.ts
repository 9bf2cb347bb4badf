import {
  badInput,
  err,
  ok,
  optional,
  wantsChange,
  type Instant,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import { type StrengthsRound, type StrengthLine, strengthLimits, type StrengthError } from './strengths.js';

/** Whether a line may go without a name: only where three others could have written to the same person. */
export const mayBeUnsigned = (people: number): boolean => people - 1 >= strengthLimits.unsigned;

/**
 * One line (up to 200 characters), written, changed or, when empty, taken back until the round is over; a line that is held for the
 * next round can be taken back until it is shown. Only between two people of the round, never about the writer. Answers null where
 * nothing is left.
 */
export function writeStrength(
  round: StrengthsRound,
  input: {
    readonly writerId: MemberId;
    readonly aboutId: MemberId;
    readonly text: string;
    readonly signed: boolean;
    readonly expectedVersion?: number | null;
  },
  facts: {
    readonly before: StrengthLine | null;
    readonly people: ReadonlySet<MemberId>;
    readonly now: Instant;
  },
): Result<StrengthLine | null, StrengthError> {
  const { writerId, aboutId, signed } = input;
  const { before, people, now } = facts;
  const takesBack = before !== null && input.text.trim() === '';
  if (!takesBack && (round.status === 'CLOSED' || now.getTime() >= round.closesAt.getTime()))
    return err({ code: 'ROUND_CLOSED' });
  if (!people.has(writerId)) return err({ code: 'FORBIDDEN' });
  if (aboutId === writerId || !people.has(aboutId)) return badInput('memberId', 'UNKNOWN');
  const text = optional('text', input.text, strengthLimits.text);
  if (!text.ok) return text;
  if (before === null && text.value === null) return ok(null);
  const wish = { text: text.value ?? '', signed };
  const change = wantsChange<StrengthLine>(before, wish, input.expectedVersion);
  if (!change.ok) return change;
  if (!change.value) return ok(before);
  if (text.value === null) return ok(null);
  if (!signed && !mayBeUnsigned(people.size))
    return err({ code: 'TOO_FEW_FOR_ANONYMITY', others: people.size - 1, needed: strengthLimits.unsigned });
  return ok({ writerId, aboutId, text: text.value, signed, version: (before?.version ?? 0) + 1 });
}
