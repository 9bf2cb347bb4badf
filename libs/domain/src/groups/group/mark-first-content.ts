import type { Instant } from '../../kernel/index.js';
import type { GroupEvent } from './group-events.js';
import type { Group } from './group.js';

/** The first disclosure closes the door: from now on people come in by proposal. Later ones change nothing. */
export function markFirstContent(group: Group, now: Instant): { next: Group; events: readonly GroupEvent[] } {
  if (group.firstContentAt !== null) return { next: group, events: [] };
  return {
    next: { ...group, firstContentAt: now },
    // The first thing may have been written without a name.
    events: [{ name: 'group.content-begun', ids: { groupId: group.id }, anonymous: true }],
  };
}
