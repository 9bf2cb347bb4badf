import {
  limits,
  type GroupId,
  type Id,
  type Instant,
  type KernelError,
  type MemberId,
} from '../../kernel/index.js';
import type { TooFewForAnonymity } from '../requests/support-request.js';

export type StrengthsRoundId = Id<'StrengthsRound'>;
export type StrengthId = Id<'Strength'>;

/** あなたの強み: twice a year each peer writes one line about each other one. Domain: domain.md § Support, "Half-yearly". */
export interface StrengthsRound {
  readonly id: StrengthsRoundId;
  readonly groupId: GroupId;
  readonly status: 'OPEN' | 'CLOSED';
  readonly openedAt: Instant;
  readonly closesAt: Instant;
}

/** One line by one about one. Only its writer reads it before the round is over. */
export interface StrengthLine {
  readonly writerId: MemberId;
  readonly aboutId: MemberId;
  readonly text: string;
  readonly signed: boolean;
  readonly version: number;
}

/** What a member is given. `fromId` only where it was signed; nothing leads from an unsigned line back to its writer. */
export interface StrengthGiven {
  readonly aboutId: MemberId;
  readonly fromId: MemberId | null;
  readonly text: string;
}

export const strengthLimits = {
  text: limits.line,
  openDays: 21,
  /** People in a round, below which there is no one to write to. */
  people: 3,
  /** Unsigned lines for one person that are shown together; fewer wait for the next round. */
  unsigned: 3,
  /** A round is not begun by the calendar when one ended so recently. */
  restDays: 60,
  /** Months of the year in which a round begins, on the 1st at 9:00: with the fiscal year and half a year later. */
  months: [4, 10],
} as const;

/** The round is over, or another one is open. */
export interface RoundClosed {
  readonly code: 'ROUND_CLOSED';
}
export interface RoundOpen {
  readonly code: 'ROUND_OPEN';
}
/** There must be a few people to write to each other. */
export interface TooFewPeople {
  readonly code: 'TOO_FEW_PEOPLE';
  readonly needed: number;
}
export type StrengthError = KernelError | TooFewForAnonymity | RoundClosed | RoundOpen | TooFewPeople;
