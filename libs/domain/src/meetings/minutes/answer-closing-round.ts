import {
  badInput,
  err,
  ok,
  optional,
  type BadUserInput,
  type Instant,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import type { SupportType } from '../../support/index.js';
import type { Meeting } from '../meeting/meeting.js';
import {
  closingRoundLimits,
  isClosingRoundOpen,
  readReflection,
  safetyItems,
  type ClosingRound,
  type ClosingRoundOver,
  type Safety,
} from './closing-round.js';
import type { MinutesEvent } from './minutes-events.js';

export interface ClosingRoundWish {
  readonly plus?: string | null | undefined;
  readonly delta?: string | null | undefined;
  readonly takeAway?: string | null | undefined;
  readonly goal?: string | null | undefined;
  readonly goalWanted?: SupportType | null | undefined;
  readonly safety?: Safety | null | undefined;
  readonly oneYearLater?: boolean | null | undefined;
}

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
  { readonly round: ClosingRound; readonly events: readonly MinutesEvent[] },
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
