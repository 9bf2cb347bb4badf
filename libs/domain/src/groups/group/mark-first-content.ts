import type { Instant } from '../../kernel/index.js';
import type { GroupEvent } from './group-events.js';
import type { Group } from './group.js';

/** From the first disclosure on, members join by proposal. Later ones change nothing. */
export function markFirstContent(group: Group, now: Instant): { next: Group; events: readonly GroupEvent[] } {
  if (group.firstContentAt !== null) return { next: group, events: [] };
  return {
    next: { ...group, firstContentAt: now },
    // The first content may be anonymous.
    events: [{ name: 'group.content-begun', ids: { groupId: group.id }, anonymous: true }],
  };
}
