import { carries, type EventOf } from '../../kernel/index.js';
import type { RequestIds } from '../requests/support-request-events.js';

export const thanksEvents = {
  'support.resolved': carries<RequestIds>(),
};
export type ThanksEvent = EventOf<typeof thanksEvents>;
