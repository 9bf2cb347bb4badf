import {
  badInput,
  days,
  err,
  limits,
  ok,
  optional,
  plus,
  type BadUserInput,
  type GroupId,
  type Instant,
  type MeetingId,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import type { SupportType } from '../../support/index.js';
import type { TooManyCorrections } from './close-meeting.js';
import type { CommitmentError } from '../commitments/commitment.js';
import type { MinutesSealed, TooManyDecisions } from './decision.js';
import type { Meeting, MeetingEvent } from '../meeting/meeting.js';

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
  /** Whoever sat on the hot seat: shall it come back after a year? Null while unanswered. */
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

export interface ClosingRoundWish {
  readonly plus?: string | null | undefined;
  readonly delta?: string | null | undefined;
  readonly takeAway?: string | null | undefined;
  readonly goal?: string | null | undefined;
  readonly goalWanted?: SupportType | null | undefined;
  readonly safety?: Safety | null | undefined;
  readonly oneYearLater?: boolean | null | undefined;
}

export const readReflection = (
  field: string,
  text: string | null | undefined,
): Result<string | null, BadUserInput> => optional(field, text, closingRoundLimits.text);

/**
 * The whole round in one act; what is empty is taken away, and it can be changed until it ends. Someone from outside who does not take part
 * sets no goal and counts in no average.
 * Errors: CLOSING_ROUND_OVER, BAD_USER_INPUT (texts up to 200 characters; each item 1–5; a year later only for the one on the hot seat).
 */
export function answerClosingRound(
  meeting: Meeting,
  closedAt: Instant | null,
  member: { readonly id: MemberId; readonly takesPart: boolean; readonly hadHotSeat: boolean },
  wish: ClosingRoundWish,
  now: Instant,
): Result<
  { readonly round: ClosingRound; readonly events: readonly MeetingEvent[] },
  ClosingRoundOver | BadUserInput
> {
  if (!isClosingRoundOpen(meeting, closedAt, now)) return err({ code: 'CLOSING_ROUND_OVER' });
  const plusText = readReflection('plus', wish.plus);
  if (!plusText.ok) return plusText;
  const delta = readReflection('delta', wish.delta);
  if (!delta.ok) return delta;
  const takeAway = readReflection('takeAway', wish.takeAway);
  if (!takeAway.ok) return takeAway;
  const goal = optional('goal', wish.goal, closingRoundLimits.goal);
  if (!goal.ok) return goal;
  const safety = readSafety(wish.safety);
  if (!safety.ok) return safety;
  const oneYearLater = wish.oneYearLater ?? null;
  if (oneYearLater !== null && !member.hadHotSeat) return badInput('oneYearLater', 'UNKNOWN');
  const { id: meetingId, groupId } = meeting;
  return ok({
    round: {
      plus: plusText.value,
      delta: delta.value,
      takeAway: takeAway.value,
      goal:
        member.takesPart && goal.value !== null
          ? { text: goal.value, wanted: wish.goalWanted ?? null }
          : null,
      safety: member.takesPart ? safety.value : null,
      oneYearLater,
    },
    events: [{ name: 'closing-round.answered', ids: { meetingId, groupId, memberId: member.id } }],
  });
}

function readSafety(safety: Safety | null | undefined): Result<Safety | null, BadUserInput> {
  if (!safety) return ok(null);
  const wrong = safetyItems.find(
    (item) => !Number.isInteger(safety[item]) || safety[item] < 1 || safety[item] > 5,
  );
  return wrong ? badInput(wrong, 'OUT_OF_RANGE', 5) : ok(safety);
}

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

/** Everything that can stand in the way of closing a meeting and following it up. */
export type FollowUpError =
  CommitmentError | MinutesSealed | TooManyDecisions | TooManyCorrections | ClosingRoundOver;
