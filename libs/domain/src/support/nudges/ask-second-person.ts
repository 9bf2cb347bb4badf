import {
  allowIf,
  badInput,
  err,
  ok,
  type Instant,
  type MemberId,
  type Result,
  type Verdict,
} from '../../kernel/index.js';
import type { Actor } from '../../people/index.js';
import { nudgeLimits } from './match-helpers.js';
import { asAsker, eventIds, type SupportError, type SupportRequest } from '../requests/support-request.js';
import type { Standing } from '../requests/support-policy.js';
import { type SupportNudge, type Answered, waitedLong } from './nudge.js';
import type { NudgeEvent } from './nudge-events.js';

/** Only the asker of a request that has waited long may choose whom to ask besides. */
export const canAskSecondPerson = (
  _viewer: Actor,
  { mine, inAudience }: Standing,
  request: Pick<SupportRequest, 'status' | 'type' | 'createdAt'> & Answered,
  now: Instant,
): Verdict => allowIf(mine && inAudience && waitedLong(request, now));

/**
 * The asker chooses a member of the audience (not themselves); that person is asked. Up to three, one after the other; the same
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
): Result<{ nudge: SupportNudge | null; events: readonly NudgeEvent[] }, SupportError> {
  if (nudge.memberId === facts.asker) return badInput('memberId', 'UNKNOWN');
  if (!facts.audience.has(nudge.memberId)) return err({ code: 'NOT_FOUND' });
  if (facts.chosen.includes(nudge.memberId)) return ok({ nudge: null, events: [] });
  if (facts.chosen.length >= nudgeLimits.chosen) return badInput('memberId', 'TOO_MANY', nudgeLimits.chosen);
  const made: SupportNudge = {
    id: nudge.id,
    requestId: request.id,
    memberId: nudge.memberId,
    reason: { kind: 'CHOSEN' },
    state: 'ASKED',
    askedAt: facts.now,
  };
  const event: NudgeEvent = {
    name: 'support.person-asked',
    ids: { ...eventIds(request), nudgeId: nudge.id },
  };
  return ok({ nudge: made, events: [asAsker(request, event)] });
}
