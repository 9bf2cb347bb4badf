import { err, type MemberId, type NotFound, ok, type Result } from '../../kernel/index.js';
import type { LastFacilitator } from '../group/group-errors.js';
import type { GroupEvent } from '../group/group-events.js';
import { type Group, isInGroup, isLastFacilitator } from '../group/group.js';

/**
 * Ends a membership: the caller's own, or another member's by a facilitator or admin. While others remain in a group that
 * is not closed, the last facilitator first needs a successor; not so a member who is `GONE` from the organisation, since they
 * can appoint none.
 */
export function leaveGroup(
  group: Group,
  memberId: MemberId,
  why: 'LEAVING' | 'GONE' = 'LEAVING',
): Result<{ next: Group; events: readonly GroupEvent[] }, NotFound | LastFacilitator> {
  if (!isInGroup(group, memberId)) return err({ code: 'NOT_FOUND' });
  const others = group.memberships.filter((membership) => membership.memberId !== memberId);
  const needed = why === 'LEAVING' && group.status !== 'CLOSED';
  if (needed && others.length > 0 && isLastFacilitator(group, memberId)) {
    return err({ code: 'LAST_FACILITATOR' });
  }
  return ok({
    next: { ...group, memberships: others },
    events: [{ name: 'group.member-left', ids: { groupId: group.id, memberId } }],
  });
}
