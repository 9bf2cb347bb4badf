import { err, ok, type Instant, type MemberId, type Result } from '../../kernel/index.js';
import {
  asAsker,
  eventIds,
  isLive,
  adviceNeedsLeave,
  type SupportError,
  type SupportRequest,
} from '../requests/support-request.js';
import type { SupportRequestEvent } from '../requests/support-request-events.js';
import type { AdviceEvent } from './advice-events.js';

/** アドバイスも聞きたいです. Said again it changes nothing and tells no one. There is nothing to say where advice was never held back. */
export function welcomeAdvice(
  request: SupportRequest,
  now: Instant,
): Result<{ next: SupportRequest; events: readonly SupportRequestEvent[] }, SupportError> {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  if (!adviceNeedsLeave(request)) return ok({ next: request, events: [] });
  const next = { ...request, adviceWelcome: true, lastActivityAt: now, expiryAskedAt: null };
  return ok({
    next,
    events: [asAsker(next, { name: 'support.advice-welcomed', ids: eventIds(next) })],
  });
}

/**
 * アドバイスしてもいいですか: a helper asks, once. The asker is told that a helper would like to advise, not who, so that saying nothing
 * offends no one.
 */
export function askLeaveToAdvise(
  request: SupportRequest,
  helperId: MemberId,
  askedBefore: boolean,
): Result<{ events: readonly AdviceEvent[] }, SupportError> {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  if (askedBefore) return err({ code: 'LEAVE_ALREADY_ASKED' });
  if (!adviceNeedsLeave(request)) return ok({ events: [] });
  return ok({
    events: [
      { name: 'support.leave-asked', ids: { ...eventIds(request), memberId: helperId }, anonymous: true },
    ],
  });
}
