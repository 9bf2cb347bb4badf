import { unread, type EventOf, type Id } from '../../kernel/index.js';

export const programmeEvents = {
  'group.programme-created': unread<{ programmeId: Id<'Programme'> }>(),
};
export type ProgrammeEvent = EventOf<typeof programmeEvents>;
