import { carries, type EventOf, type GroupId, type Id } from '../../kernel/index.js';

/** The group is named so that its members' screens can follow along. */
export type RequestIds = { requestId: Id<'SupportRequest'>; groupId?: GroupId };

/** Events that all readers of a request may see. Those for the people concerned alone have maps of their own: advice, notes, nudges, worries. */
export const supportRequestEvents = {
  'support.posted': carries<RequestIds>(),
  'support.edited': carries<RequestIds>(),
  'support.withdrawn': carries<RequestIds>(),
  'support.expired': carries<RequestIds>(),
  'support.kept-open': carries<RequestIds>(),
  'support.advice-welcomed': carries<RequestIds>(),
  'support.author-revealed': carries<RequestIds>(),
};
export type SupportRequestEvent = EventOf<typeof supportRequestEvents>;
