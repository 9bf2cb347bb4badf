import { carries, type EventOf, type Id } from '../../kernel/index.js';
import type { RequestIds } from '../requests/support-request-events.js';

export const replyEvents = {
  'support.replied': carries<RequestIds & { replyId: Id<'SupportReply'> }>(),
};
export type ReplyEvent = EventOf<typeof replyEvents>;
