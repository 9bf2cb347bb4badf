import { err, ok, required, type Id, type Instant, type MemberId, type Result } from '../../kernel/index.js';
import {
  type SupportType,
  type SupportRequestId,
  adviceNeedsLeave,
  asAsker,
  touched,
  eventIds,
  isLive,
  supportLimits,
  type SupportError,
  type SupportRequest,
} from '../requests/support-request.js';
import type { ReplyEvent } from './reply-events.js';

export type SupportReplyId = Id<'SupportReply'>;

export interface SupportReply {
  readonly id: SupportReplyId;
  readonly requestId: SupportRequestId;
  /** Null on every reply by the asker of an anonymous request. */
  readonly authorId: MemberId | null;
  readonly byAsker: boolean;
  readonly gives: SupportType | null;
  readonly body: string;
  readonly createdAt: Instant;
}

/** Who writes, and whether it is the one who asked. */
export interface Writer {
  readonly memberId: MemberId;
  readonly isAsker: boolean;
}

/**
 * An answer in words (up to 5,000 characters), declaring which kind of support it gives. Where a member asked to be heard, one that
 * declares advice waits for the asker's leave (ADVICE_NOT_WANTED). The asker's own words give none and, while the request is
 * anonymous, carry no name.
 */
export function replyToSupportRequest(
  request: SupportRequest,
  writer: Writer,
  reply: { readonly id: SupportReplyId; readonly body: string; readonly gives: SupportType | null },
  now: Instant,
): Result<{ next: SupportRequest; reply: SupportReply; events: readonly ReplyEvent[] }, SupportError> {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  const body = required('body', reply.body, supportLimits.reply);
  if (!body.ok) return body;
  if (!writer.isAsker && isAdvice(reply.gives) && adviceNeedsLeave(request))
    return err({ code: 'ADVICE_NOT_WANTED' });
  const written: SupportReply = {
    id: reply.id,
    requestId: request.id,
    authorId: writer.isAsker ? request.authorId : writer.memberId,
    byAsker: writer.isAsker,
    gives: writer.isAsker ? null : reply.gives,
    body: body.value,
    createdAt: now,
  };
  const event: ReplyEvent = { name: 'support.replied', ids: { ...eventIds(request), replyId: reply.id } };
  return ok({
    next: { ...touched(request, now), replyCount: request.replyCount + 1 },
    reply: written,
    events: [writer.isAsker ? asAsker(request, event) : event],
  });
}

/** What counts as advice: an opinion, or telling how it is done. */
export const isAdvice = (gives: SupportType | null): boolean =>
  gives === 'APPRAISAL' || gives === 'INFORMATIONAL';
