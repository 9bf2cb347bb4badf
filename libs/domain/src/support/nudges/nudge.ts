import { hours, isBefore, plus, type Id, type Instant, type MemberId } from '../../kernel/index.js';
import type { NudgeReason } from './match-helpers.js';
import {
  eventIds,
  isLive,
  type SupportRequest,
  type SupportRequestId,
  type SupportType,
} from '../requests/support-request.js';
import type { NudgeEvent } from './nudge-events.js';

export type SupportNudgeId = Id<'SupportNudge'>;
export const nudgeStates = ['ASKED', 'SNOOZED'] as const;
export type NudgeState = (typeof nudgeStates)[number];

/** A member was asked to look at a request. Between the product and that member; no one else sees who was asked. */
export interface SupportNudge {
  readonly id: SupportNudgeId;
  readonly requestId: SupportRequestId;
  readonly memberId: MemberId;
  readonly reason: NudgeReason;
  readonly state: NudgeState;
  readonly askedAt: Instant;
}

/** How long a request waits for a first answer before the best-matched members are asked, and then the facilitators. */
export const responseTimes = (
  type: SupportType,
): { readonly helpers: number; readonly facilitators: number } =>
  type === 'EMOTIONAL'
    ? { helpers: hours(4), facilitators: hours(24) }
    : { helpers: hours(24), facilitators: hours(72) };

/** An answer is a reply by another member, or an offer in any state. */
export interface Answered {
  readonly answered: boolean;
}

/** There is no answer yet, and the asker is still waiting. */
export const isWaiting = (request: Pick<SupportRequest, 'status'> & Answered): boolean =>
  isLive(request) && !request.answered;

/** Once the facilitators are told, the asker is told まだ返事がありません and may choose a member to ask. */
export const waitedLong = (
  request: Pick<SupportRequest, 'status' | 'type' | 'createdAt'> & Answered,
  now: Instant,
): boolean =>
  isWaiting(request) && !isBefore(now, plus(request.createdAt, responseTimes(request.type).facilitators));

/** 今回は見送る: the next best may be asked. The same again changes nothing. No name goes with it. */
export function snoozeNudge(
  nudge: SupportNudge,
  request: Pick<SupportRequest, 'id' | 'groupId'>,
): { readonly next: SupportNudge; readonly events: readonly NudgeEvent[] } {
  if (nudge.state === 'SNOOZED') return { next: nudge, events: [] };
  const event = {
    name: 'support.nudge-snoozed',
    ids: { ...eventIds(request), nudgeId: nudge.id },
    anonymous: true,
  } as const;
  return { next: { ...nudge, state: 'SNOOZED' }, events: [event] };
}
