import { carries, type EventOf, type Id } from '../../kernel/index.js';
import type { RequestIds } from '../requests/support-request-events.js';

export const worryEvents = {
  'support.worry-told': carries<RequestIds & { worryId: Id<'SupportWorry'> }>(),
};
export type WorryEvent = EventOf<typeof worryEvents>;
