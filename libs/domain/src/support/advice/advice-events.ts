import { carries, type EventOf, type MemberId } from '../../kernel/index.js';
import type { RequestIds } from '../requests/support-request-events.js';

export const adviceEvents = {
  'support.leave-asked': carries<RequestIds & { memberId: MemberId }>(),
};
export type AdviceEvent = EventOf<typeof adviceEvents>;
