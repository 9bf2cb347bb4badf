import { isBefore, plus, err, ok, type Instant, type Result } from '../../kernel/index.js';
import {
  askAfter,
  eventIds,
  expireAfter,
  isLive,
  closedRequest,
  asAsker,
  touched,
  type SupportRequest,
  type SupportError,
} from '../requests/support-request.js';
import type { SupportRequestEvent } from '../requests/support-request-events.js';

/** What time asks for: nothing any more, nothing yet, a kind question to the asker, or the end. `at` is when to look again. */
export type ExpiryStep =
  | { readonly step: 'NOTHING' }
  | { readonly step: 'WAIT'; readonly at: Instant }
  | { readonly step: 'ASK'; readonly next: SupportRequest; readonly at: Instant }
  | {
      readonly step: 'EXPIRE';
      readonly next: SupportRequest;
      readonly events: readonly SupportRequestEvent[];
    };

/**
 * A request without any activity for 27 days asks its author kindly whether it is still open, and ends three days after
 * that (30 days in all, later when the question went out late): no request ends without its asker having been asked.
 */
export function expiryStep(request: SupportRequest, now: Instant): ExpiryStep {
  if (!isLive(request)) return { step: 'NOTHING' };
  if (request.expiryAskedAt === null) {
    const askAt = plus(request.lastActivityAt, askAfter);
    if (isBefore(now, askAt)) return { step: 'WAIT', at: askAt };
    return { step: 'ASK', next: { ...request, expiryAskedAt: now }, at: plus(now, expireAfter - askAfter) };
  }
  const endAt = plus(request.expiryAskedAt, expireAfter - askAfter);
  if (isBefore(now, endAt)) return { step: 'WAIT', at: endAt };
  const next = closedRequest(request, 'EXPIRED', now);
  return {
    step: 'EXPIRE',
    next,
    events: [{ name: 'support.expired', ids: eventIds(next), anonymous: true }],
  };
}

/** まだ助けがほしい: the answer to the kind question; the 30 days begin again. */
export function keepSupportRequestOpen(
  request: SupportRequest,
  now: Instant,
): Result<{ next: SupportRequest; events: readonly SupportRequestEvent[] }, SupportError> {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  const event: SupportRequestEvent = { name: 'support.kept-open', ids: eventIds(request) };
  return ok({ next: touched(request, now), events: [asAsker(request, event)] });
}
