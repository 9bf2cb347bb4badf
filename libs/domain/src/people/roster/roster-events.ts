import { unread, type EventOf, type NoIds } from '../../kernel/index.js';

export const rosterEvents = {
  'roster.imported': unread<NoIds>(),
};
export type RosterEvent = EventOf<typeof rosterEvents>;
