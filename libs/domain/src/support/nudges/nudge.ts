import {
  allowIf,
  badInput,
  err,
  hours,
  isBefore,
  ok,
  plus,
  type Id,
  type Instant,
  type MemberId,
  type Result,
  type Verdict,
} from '../../kernel/index.js';
import type { Actor } from '../../people/index.js';
import { nudgeLimits, type NudgeReason } from './match-helpers.js';
import { asAsker, touched } from '../requests/post-support-request.js';
import type { Standing } from '../requests/support-policy.js';
import {
  eventIds,
  isLive,
  type SupportError,
  type SupportEvent,
  type SupportRequest,
  type SupportRequestId,
  type SupportType,
} from '../requests/support-request.js';

export type SupportNudgeId = Id<'SupportNudge'>;
export const nudgeStates = ['ASKED', 'SNOOZED'] as const;
export type NudgeState = (typeof nudgeStates)[number];

/** Somebody was asked to look at a request. Between the product and that person; nobody else sees who was asked. */
export interface SupportNudge {
  readonly id: SupportNudgeId;
  readonly requestId: SupportRequestId;
  readonly memberId: MemberId;
  readonly reason: NudgeReason;
  readonly state: NudgeState;
  readonly askedAt: Instant;
}

/** How long a request waits for a first answer before the best-matched members are asked, and then the facilitators. */
export const patience = (type: SupportType): { readonly helpers: number; readonly facilitators: number } =>
  type === 'EMOTIONAL'
    ? { helpers: hours(4), facilitators: hours(24) }
    : { helpers: hours(24), facilitators: hours(72) };

/** An answer is a reply by somebody else, or an offer, whatever became of it. */
export interface Answered {
  readonly answered: boolean;
}

/** Nobody has answered yet, and somebody is still waiting. */
export const isWaiting = (request: Pick<SupportRequest, 'status'> & Answered): boolean =>
  isLive(request) && !request.answered;

/** Since the facilitators heard of it, the asker hears まだ返事がありません and may choose somebody to ask. */
export const waitedLong = (
  request: Pick<SupportRequest, 'status' | 'type' | 'createdAt'> & Answered,
  now: Instant,
): boolean =>
  isWaiting(request) && !isBefore(now, plus(request.createdAt, patience(request.type).facilitators));

/** 今回は見送る: the next best may be asked. The same again changes nothing. No name goes with it. */
export function snoozeNudge(
  nudge: SupportNudge,
  request: Pick<SupportRequest, 'id' | 'groupId'>,
): { readonly next: SupportNudge; readonly events: readonly SupportEvent[] } {
  if (nudge.state === 'SNOOZED') return { next: nudge, events: [] };
  const event = {
    name: 'support.nudge-snoozed',
    ids: eventIds(request, { nudgeId: nudge.id }),
    anonymous: true,
  } as const;
  return { next: { ...nudge, state: 'SNOOZED' }, events: [event] };
}

/** Only the asker of a request that has waited long may choose whom to ask besides. */
export const canAskSecondPerson = (
  _viewer: Actor,
  { mine, inAudience }: Standing,
  request: Pick<SupportRequest, 'status' | 'type' | 'createdAt'> & Answered,
  now: Instant,
): Verdict => allowIf(mine && inAudience && waitedLong(request, now));

/**
 * The asker chooses somebody of the audience (not themselves); that person is asked. Up to three, one after the other; the same
 * one again is asked once.
 */
export function askSecondPerson(
  request: SupportRequest,
  nudge: Pick<SupportNudge, 'id' | 'memberId'>,
  facts: {
    readonly asker: MemberId;
    readonly audience: ReadonlySet<MemberId>;
    readonly chosen: readonly MemberId[];
    readonly now: Instant;
  },
): Result<{ nudge: SupportNudge | null; events: readonly SupportEvent[] }, SupportError> {
  if (nudge.memberId === facts.asker) return badInput('memberId', 'UNKNOWN');
  if (!facts.audience.has(nudge.memberId)) return err({ code: 'NOT_FOUND' });
  if (facts.chosen.includes(nudge.memberId)) return ok({ nudge: null, events: [] });
  if (facts.chosen.length >= nudgeLimits.chosen) return badInput('memberId', 'TOO_MANY', nudgeLimits.chosen);
  const made: SupportNudge = {
    ...{ id: nudge.id, requestId: request.id, memberId: nudge.memberId },
    ...{ reason: { kind: 'CHOSEN' }, state: 'ASKED', askedAt: facts.now },
  };
  const event: SupportEvent = {
    name: 'support.person-asked',
    ids: eventIds(request, { nudgeId: nudge.id }),
  };
  return ok({ nudge: made, events: [asAsker(request, event)] });
}

/** まだ助けがほしい: the answer to the kind question; the 30 days begin again. */
export function keepRequestOpen(
  request: SupportRequest,
  now: Instant,
): Result<{ next: SupportRequest; events: readonly SupportEvent[] }, SupportError> {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  const event: SupportEvent = { name: 'support.kept-open', ids: eventIds(request) };
  return ok({ next: touched(request, now), events: [asAsker(request, event)] });
}
