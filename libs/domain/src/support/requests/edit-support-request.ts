import { err, ok, required, wantsChange, type Instant, type Result } from '../../kernel/index.js';
import {
  eventIds,
  isLive,
  supportLimits,
  asAsker,
  touched,
  type SupportError,
  type SupportRequest,
  type Urgency,
} from './support-request.js';
import type { SupportRequestEvent } from './support-request-events.js';

export interface RequestChanges {
  readonly title?: string | null;
  readonly body?: string | null;
  readonly urgency?: Urgency | null;
  readonly expectedVersion?: number | null;
}

/** The asker edits title, words or urgency while the request is open. What is not given stays. An edit of a stale copy is a CONFLICT. */
export function editSupportRequest(
  request: SupportRequest,
  changes: RequestChanges,
  now: Instant,
): Result<{ next: SupportRequest; events: readonly SupportRequestEvent[] }, SupportError> {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  const title = required('title', changes.title ?? request.title, supportLimits.title);
  if (!title.ok) return title;
  const body = required('body', changes.body ?? request.body, supportLimits.body);
  if (!body.ok) return body;
  const wish = { title: title.value, body: body.value, urgency: changes.urgency ?? request.urgency };
  const change = wantsChange<SupportRequest>(request, wish, changes.expectedVersion);
  if (!change.ok) return change;
  if (!change.value) return ok({ next: request, events: [] });
  const next = {
    ...touched(request, now),
    ...wish,
    updatedAt: now,
    version: request.version + 1,
  };
  return ok({ next, events: [asAsker(next, { name: 'support.edited', ids: eventIds(next) })] });
}
