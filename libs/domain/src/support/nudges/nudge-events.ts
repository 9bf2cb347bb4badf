import { carries, type EventOf, type Id } from '../../kernel/index.js';
import type { RequestIds } from '../requests/support-request-events.js';

export const nudgeEvents = {
  'support.nudge-snoozed': carries<RequestIds & { nudgeId: Id<'SupportNudge'> }>(),
  'support.person-asked': carries<RequestIds & { nudgeId: Id<'SupportNudge'> }>(),
};
export type NudgeEvent = EventOf<typeof nudgeEvents>;
