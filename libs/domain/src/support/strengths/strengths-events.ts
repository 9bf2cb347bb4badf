import { carries, type EventOf, type GroupId, type Id } from '../../kernel/index.js';

/** Who wrote, and when, is no event: it would lead from a line to its writer. */
export const strengthsEvents = {
  'strengths.opened': carries<{ roundId: Id<'StrengthsRound'>; groupId: GroupId }>(),
  'strengths.closed': carries<{ roundId: Id<'StrengthsRound'>; groupId: GroupId }>(),
};
export type StrengthsEvent = EventOf<typeof strengthsEvents>;
