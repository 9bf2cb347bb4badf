import { err, ok, type Instant, type Result } from '../../kernel/index.js';
import {
  asAsker,
  eventIds,
  isLive,
  closedRequest,
  type SupportError,
  type SupportRequest,
} from './support-request.js';
import type { SupportRequestEvent } from './support-request-events.js';

/** The asker takes the request back; what was said stays readable for those who saw it. */
export function withdrawSupportRequest(
  request: SupportRequest,
  now: Instant,
): Result<{ next: SupportRequest; events: readonly SupportRequestEvent[] }, SupportError> {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  const next = closedRequest(request, 'WITHDRAWN', now);
  return ok({ next, events: [asAsker(next, { name: 'support.withdrawn', ids: eventIds(next) })] });
}
