import {
  badInput,
  type BadUserInput,
  type Conflict,
  err,
  type Instant,
  type MemberId,
  type NotFound,
  ok,
  type Result,
  wantsChange,
} from '../../kernel/index.js';
import type { MemberStatus } from '../../people/index.js';
import type { AlreadyInGroup, GroupClosed, GroupFull, LastFacilitator } from '../group/group-errors.js';
import type { GroupEvent } from '../group/group-events.js';
import {
  type Group,
  isInGroup,
  isLastFacilitator,
  membershipOf,
  participantsOf,
  type Place,
} from '../group/group.js';
import { type MemberProposal, openProposals } from './proposal.js';

/** Seats that are taken, or promised to a member who has been proposed. People from outside take none. */
export const seatsTaken = (group: Group, proposals: readonly MemberProposal[]): number =>
  participantsOf(group).length +
  openProposals(proposals).filter(
    ({ takesPart, memberId }) => takesPart && membershipOf(group, memberId)?.takesPart !== true,
  ).length;

/** Who belongs to the organisation, or has been invited to. */
export const isAddable = (status: MemberStatus): boolean =>
  status === 'INVITED' || status === 'ACTIVE' || status === 'ON_LEAVE';

/** Refused when the group is closed, the person is in it already, or every seat is taken or promised. */
export function hasSeatFor(
  group: Group,
  proposals: readonly MemberProposal[],
  memberId: MemberId,
  takesPart: boolean,
): Result<true, GroupClosed | GroupFull | AlreadyInGroup> {
  if (group.status === 'CLOSED') return err({ code: 'GROUP_CLOSED' });
  if (isInGroup(group, memberId)) return err({ code: 'ALREADY_IN_GROUP' });
  if (takesPart && seatsTaken(group, proposals) >= group.capacity) {
    return err({ code: 'GROUP_FULL', capacity: group.capacity });
  }
  return ok(true);
}

/** Gives the person their place now. */
export function seat(
  group: Group,
  proposals: readonly MemberProposal[],
  memberId: MemberId,
  { role, deputy, takesPart }: Place,
  now: Instant,
): Result<{ next: Group; events: readonly GroupEvent[] }, GroupClosed | GroupFull | AlreadyInGroup> {
  const free = hasSeatFor(group, proposals, memberId, takesPart);
  if (!free.ok) return free;
  const membership = { memberId, role, deputy, takesPart, joinedAt: now, version: 1 };
  return ok({
    next: { ...group, memberships: [...group.memberships, membership] },
    events: [{ name: 'group.member-joined', ids: { groupId: group.id, memberId } }],
  });
}

/** Gives a member who is in the group another place. The last facilitator keeps the role; a person from outside who begins to take part needs a seat. */
export function givePlace(
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
  const change = wantsChange(now, { role, deputy, takesPart }, expectedVersion);
  if (!change.ok) return change;
  if (!change.value) return ok({ next: group, events: [] });
  if (role === 'MEMBER' && isLastFacilitator(group, memberId)) return err({ code: 'LAST_FACILITATOR' });
  if (takesPart && !now.takesPart && seatsTaken(group, proposals) >= group.capacity) {
    return err({ code: 'GROUP_FULL', capacity: group.capacity });
  }
  const next = { ...now, role, deputy, takesPart, version: now.version + 1 };
  return ok({
    next: { ...group, memberships: group.memberships.map((one) => (one === now ? next : one)) },
    events: [{ name: 'group.role-set', ids: { groupId: group.id, memberId } }],
  });
}

/** Only a facilitator can be a deputy, and only a facilitator can stay outside. */
export function checkPlace({ role, deputy, takesPart }: Place): Result<true, BadUserInput> {
  if (role === 'MEMBER' && deputy) return badInput('deputy', 'UNKNOWN');
  if (role === 'MEMBER' && !takesPart) return badInput('takesPart', 'UNKNOWN');
  return ok(true);
}
