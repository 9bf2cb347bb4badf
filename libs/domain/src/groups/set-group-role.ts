import {
  type BadUserInput,
  type Conflict,
  err,
  type MemberId,
  type NotFound,
  ok,
  type Result,
  sameVersion,
} from '../kernel/index.js';
import { checkPlace } from './add-group-member.js';
import type { GroupClosed, GroupFull, LastFacilitator } from './group-errors.js';
import { groupEvent, type GroupEvent } from './group-events.js';
import { facilitatorsOf, type Group, membershipOf, type Place } from './group.js';
import { type MemberProposal, seatsTaken } from './proposal.js';

/** Changes somebody's place. The last facilitator keeps the role; somebody from outside who begins to take part needs a seat. */
export function setGroupRole(
  group: Group,
  proposals: readonly MemberProposal[],
  memberId: MemberId,
  { role, deputy, takesPart }: Place,
  expectedVersion?: number | null,
): Result<
  { next: Group; events: readonly GroupEvent[] },
  BadUserInput | Conflict | NotFound | GroupClosed | GroupFull | LastFacilitator
> {
  const sound = checkPlace({ role, deputy, takesPart });
  if (!sound.ok) return sound;
  if (group.status === 'CLOSED') return err({ code: 'GROUP_CLOSED' });
  const now = membershipOf(group, memberId);
  if (!now) return err({ code: 'NOT_FOUND' });
  const fresh = sameVersion(now.version, expectedVersion);
  if (!fresh.ok) return fresh;
  if (role === 'MEMBER' && isLastFacilitator(group, memberId)) return err({ code: 'LAST_FACILITATOR' });
  if (takesPart && !now.takesPart && seatsTaken(group, proposals) >= group.capacity) {
    return err({ code: 'GROUP_FULL', capacity: group.capacity });
  }
  const next = { ...now, role, deputy, takesPart, version: now.version + 1 };
  return ok({
    next: { ...group, memberships: group.memberships.map((one) => (one === now ? next : one)) },
    events: [groupEvent('group.role-set', { groupId: group.id, memberId })],
  });
}

export function isLastFacilitator(group: Group, memberId: MemberId): boolean {
  const facilitators = facilitatorsOf(group);
  return facilitators.length === 1 && facilitators[0]?.memberId === memberId;
}
