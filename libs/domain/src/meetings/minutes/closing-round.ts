import {
  days,
  limits,
  optional,
  plus,
  type BadUserInput,
  type GroupId,
  type Instant,
  type MeetingId,
  type Result,
} from '../../kernel/index.js';
import type { SupportType } from '../../support/index.js';
import type { TooManyCorrections } from './minutes.js';
import type { CommitmentError } from '../commitments/commitment.js';
import type { MinutesSealed, TooManyDecisions } from './decision.js';
import type { Meeting } from '../meeting/meeting.js';

export const safetyItems = ['spoke', 'safe', 'heard'] as const;
export type SafetyItem = (typeof safetyItems)[number];
/**
 * Three items of our own after each meeting, 1 (not at all) to 5 (very much): I could say what I wanted to say; it felt safe to speak of
 * troubles and mistakes; I was listened to. Not validated, and labelled so. The answer belongs to the member.
 */
export type Safety = { readonly [Item in SafetyItem]: number };

export const reflectionKinds = ['PLUS', 'DELTA', 'TAKE_AWAY'] as const;
export type ReflectionKind = (typeof reflectionKinds)[number];

/** 来月の目標, with the support wanted for it. */
export interface Goal {
  readonly text: string;
  readonly wanted: SupportType | null;
}

/** What one member leaves behind after a meeting: each part may be missing. */
export interface ClosingRound {
  readonly plus: string | null;
  readonly delta: string | null;
  readonly takeAway: string | null;
  readonly goal: Goal | null;
  readonly safety: Safety | null;
  /** From the member on the hot seat: shall it come back after a year? Null while unanswered. */
  readonly oneYearLater: boolean | null;
}

export const closingRoundLimits = {
  text: limits.line,
  goal: limits.line,
  /** Days from closing on. */
  days: 7,
  /** People who must have answered before the group sees how safe it felt, and further ones before that changes. */
  k: 5,
} as const;

/** The round opens when the meeting is closed and ends seven days later. */
export interface ClosingRoundOver {
  readonly code: 'CLOSING_ROUND_OVER';
}

export const closingRoundEndsAt = (closedAt: Instant): Instant =>
  plus(closedAt, days(closingRoundLimits.days));
export const isClosingRoundOpen = (
  meeting: Pick<Meeting, 'status'>,
  closedAt: Instant | null,
  now: Instant,
): boolean => meeting.status === 'CLOSED' && closedAt !== null && now <= closingRoundEndsAt(closedAt);

export const readReflection = (
  field: string,
  text: string | null | undefined,
): Result<string | null, BadUserInput> => optional(field, text, closingRoundLimits.text);

/** How safe a meeting felt to its group: a stored snapshot of means, to one decimal. */
export interface SafetyRelease extends Safety {
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly n: number;
}

/**
 * The group is shown one value, the latest: from five answers to the same meeting on, and replaced only when five further people have
 * answered (of the same meeting, or of a later one). So no two values shown differ by one person, and no course over time is drawn.
 * Null when nothing new is shown.
 */
export function releaseSafety(
  shown: Pick<SafetyRelease, 'meetingId' | 'n'> | null,
  meeting: Pick<Meeting, 'id' | 'groupId'>,
  answers: readonly Safety[],
): SafetyRelease | null {
  const before = shown?.meetingId === meeting.id ? shown.n : 0;
  if (answers.length - before < closingRoundLimits.k) return null;
  const mean = (item: SafetyItem): number =>
    Math.round((answers.reduce((sum, answer) => sum + answer[item], 0) / answers.length) * 10) / 10;
  return {
    groupId: meeting.groupId,
    meetingId: meeting.id,
    n: answers.length,
    spoke: mean('spoke'),
    safe: mean('safe'),
    heard: mean('heard'),
  };
}

/** Every error of what follows a meeting: commitments, minutes, decisions, corrections, the closing round. */
export type FollowUpError =
  | CommitmentError
  | MinutesSealed
  | TooManyDecisions
  | TooManyCorrections
  | ClosingRoundOver;
