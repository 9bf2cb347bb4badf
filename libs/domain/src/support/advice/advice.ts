import { err, ok, type Instant, type MemberId, type Result } from '../../kernel/index.js';
import { asAsker } from '../requests/post-support-request.js';
import {
  eventIds,
  isLive,
  type SupportError,
  type SupportEvent,
  type SupportRequest,
  type SupportType,
} from '../requests/support-request.js';

/** What counts as advice: an opinion, or telling how it is done. */
export const isAdvice = (gives: SupportType | null): boolean =>
  gives === 'APPRAISAL' || gives === 'INFORMATIONAL';

/**
 * Whether advice waits for the asker's leave: on a request that asks to be heard (LISTEN, or EMOTIONAL without a wish for an opinion
 * or for experience) until the asker says アドバイスも聞きたいです. Unasked advice to somebody in distress lowers them (domain.md
 * § Support; Cutrona & Russell 1990: a strain that cannot be changed calls for emotional support).
 */
export function adviceNeedsLeave(
  request: Pick<SupportRequest, 'type' | 'wanted' | 'adviceWelcome'>,
): boolean {
  const wished = request.wanted === 'ADVICE' || request.wanted === 'EXPERIENCE';
  const wantsToBeHeard = request.wanted === 'LISTEN' || (request.type === 'EMOTIONAL' && !wished);
  return wantsToBeHeard && !request.adviceWelcome;
}

/** アドバイスも聞きたいです. Said again it changes nothing and tells nobody. There is nothing to say where advice was never held back. */
export function welcomeAdvice(
  request: SupportRequest,
  now: Instant,
): Result<{ next: SupportRequest; events: readonly SupportEvent[] }, SupportError> {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  if (!adviceNeedsLeave(request)) return ok({ next: request, events: [] });
  const next = { ...request, adviceWelcome: true, lastActivityAt: now, expiryAskedAt: null };
  return ok({
    next,
    events: [asAsker(next, { name: 'support.advice-welcomed', ids: eventIds(next) })],
  });
}

/**
 * アドバイスしてもいいですか: a helper asks, once. The asker hears that somebody would like to advise, not who, so that saying nothing
 * offends nobody.
 */
export function askLeaveToAdvise(
  request: SupportRequest,
  helperId: MemberId,
  askedBefore: boolean,
): Result<{ events: readonly SupportEvent[] }, SupportError> {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  if (askedBefore) return err({ code: 'LEAVE_ALREADY_ASKED' });
  if (!adviceNeedsLeave(request)) return ok({ events: [] });
  return ok({
    events: [
      { name: 'support.leave-asked', ids: eventIds(request, { memberId: helperId }), anonymous: true },
    ],
  });
}
