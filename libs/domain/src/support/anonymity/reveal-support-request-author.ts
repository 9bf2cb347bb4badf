import { err, ok, type Instant, type MemberId, type Result } from '../../kernel/index.js';
import { eventIds, type SupportError, type SupportRequest } from '../requests/support-request.js';
import type { SupportRequestEvent } from '../requests/support-request-events.js';

/** The asker gives their name: from now on request and own replies show it. There is no way back. `author` is who the database knows to have asked. */
export function revealSupportRequestAuthor(
  request: SupportRequest,
  author: MemberId,
  now: Instant,
): Result<{ next: SupportRequest; events: readonly SupportRequestEvent[] }, SupportError> {
  if (request.authorId !== null) return err({ code: 'FORBIDDEN' });
  const next = { ...request, authorId: author, updatedAt: now, version: request.version + 1 };
  return ok({ next, events: [{ name: 'support.author-revealed', ids: eventIds(next) }] });
}
