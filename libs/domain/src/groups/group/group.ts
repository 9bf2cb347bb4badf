import {
  allowIf,
  type GroupId,
  type Id,
  type Instant,
  type MemberId,
  notFound,
  type Verdict,
} from '../../kernel/index.js';
import type { Actor } from '../../people/index.js';

export type GroupStatus = 'FORMING' | 'ACTIVE' | 'PAUSED' | 'CLOSED';
export type GroupRole = 'MEMBER' | 'FACILITATOR';
export type GroupTemplate = 'SERVICE' | 'MANUFACTURING_RETAIL' | 'PROFESSIONAL' | 'MIXED';
export type ProgrammeId = Id<'Programme'>;

/** A member's place in a group. */
export interface Place {
  readonly role: GroupRole;
  /** A facilitator who deputises for the others. */
  readonly deputy: boolean;
  /** False only for a facilitator from outside, who counts in no capacity, average or balance. */
  readonly takesPart: boolean;
}

/** The four places as one word. */
export const placeOf = ({
  role,
  deputy,
  takesPart,
}: Place): 'MEMBER' | 'FACILITATOR' | 'DEPUTY' | 'OUTSIDE' =>
  role === 'MEMBER' ? 'MEMBER' : !takesPart ? 'OUTSIDE' : deputy ? 'DEPUTY' : 'FACILITATOR';

export interface Membership extends Place {
  readonly memberId: MemberId;
  readonly joinedAt: Instant;
  readonly version: number;
}

export interface Group {
  readonly id: GroupId;
  readonly name: string;
  readonly purpose: string;
  readonly goals: readonly string[];
  readonly template: GroupTemplate;
  readonly capacity: number;
  readonly status: GroupStatus;
  readonly programmeId: ProgrammeId | null;
  readonly createdBy: MemberId;
  readonly createdAt: Instant;
  /** When the first content was posted; from then on members join by proposal. */
  readonly firstContentAt: Instant | null;
  readonly version: number;
  /** Those who are in it now, in the order of their joining. */
  readonly memberships: readonly Membership[];
}

/** Seats of people who take part; six to ten is where a group talks best (`idealSize`). Join links live in days, charters in clauses. */
export const groupLimits = {
  capacity: { min: 2, max: 20, usual: 8 },
  idealSize: { min: 6, max: 10 },
  joinLinkDays: { min: 1, max: 365, usual: 30 },
  proposalDays: 7,
  clauses: 30,
  programmeDays: 1_100,
} as const;

export const membershipOf = (group: Group, memberId: MemberId): Membership | null =>
  group.memberships.find((membership) => membership.memberId === memberId) ?? null;
export const isInGroup = (group: Group, memberId: MemberId): boolean =>
  membershipOf(group, memberId) !== null;
export const leadsGroup = (group: Group, memberId: MemberId): boolean =>
  membershipOf(group, memberId)?.role === 'FACILITATOR';
export const facilitatorsOf = (group: Group): readonly Membership[] =>
  group.memberships.filter((membership) => membership.role === 'FACILITATOR');
/** Whose role no one else has. */
export function isLastFacilitator(group: Group, memberId: MemberId): boolean {
  const facilitators = facilitatorsOf(group);
  return facilitators.length === 1 && facilitators[0]?.memberId === memberId;
}
/** Those who count: in the capacity, in averages, in the balance of give and take. */
export const participantsOf = (group: Pick<Group, 'memberships'>): readonly Membership[] =>
  group.memberships.filter((membership) => membership.takesPart);

const isAdmin = (viewer: Actor): boolean => viewer.role === 'ADMIN';
const isOpen = (group: Group): boolean => group.status !== 'CLOSED';
const runs = (viewer: Actor, group: Group): boolean => isAdmin(viewer) || leadsGroup(group, viewer.memberId);

/** A group, its roster and its schedule are for its members and the office; for all others it does not exist. */
export const canSeeGroup = (viewer: Actor, group: Group): Verdict =>
  isAdmin(viewer) || isInGroup(group, viewer.memberId) ? allowIf(true) : notFound;

/** What people say in a group is for those who are in it, facilitators included; the office never sees it. */
export const canSeeContent = (viewer: Actor, group: Group): Verdict =>
  seen(viewer, group, isInGroup(group, viewer.memberId));

/** The office starts groups. */
export const canCreateGroup = (viewer: Actor): Verdict => allowIf(isAdmin(viewer));
/** The office plans its years. */
export const canCreateProgramme = (viewer: Actor): Verdict => allowIf(isAdmin(viewer));

/** Name, purpose, goals, capacity, status and promises are kept by the facilitators and the office. */
export const canEditGroup = (viewer: Actor, group: Group): Verdict =>
  seen(viewer, group, runs(viewer, group));

/** Facilitators and the office ask people in, by name or by link. */
export const canInvite = (viewer: Actor, group: Group): Verdict => seen(viewer, group, runs(viewer, group));

/** Dates are set by the facilitators, or by the office for them, until the group is closed. */
export const canScheduleMeetings = (viewer: Actor, group: Group): Verdict =>
  seen(viewer, group, runs(viewer, group) && isOpen(group));

/** Members of the group may ask it for help, until it is closed. */
export const canPostSupportRequest = (viewer: Actor, group: Group): Verdict =>
  seen(viewer, group, isInGroup(group, viewer.memberId) && isOpen(group));

/**
 * No one adds themselves, so that no one can walk in on what others say in confidence: only the creator of a group that
 * is still empty may be its first facilitator.
 */
export function canAddGroupMember(viewer: Actor, group: Group, memberId: MemberId, place: Place): Verdict {
  if (viewer.memberId !== memberId) return canInvite(viewer, group);
  const first = group.memberships.length === 0 && group.firstContentAt === null;
  return seen(viewer, group, first && group.createdBy === memberId && place.role === 'FACILITATOR');
}

/**
 * A link admits those it was given to: not its maker, and not an admin, who would otherwise
 * walk in on what it must not hear.
 */
export const canJoinByLink = (joiner: Actor, link: { readonly createdBy: MemberId }): Verdict =>
  allowIf(!isAdmin(joiner) && joiner.memberId !== link.createdBy);

/** Facilitators give and take roles, their own included; the office does it for others, never for itself. */
export const canSetGroupRole = (viewer: Actor, group: Group, memberId: MemberId): Verdict =>
  seen(
    viewer,
    group,
    leadsGroup(group, viewer.memberId) || (isAdmin(viewer) && viewer.memberId !== memberId),
  );

/** Facilitators and admins may end another member's membership; a member's own ends by leaving. */
export const canRemoveGroupMember = (viewer: Actor, group: Group, memberId: MemberId): Verdict =>
  seen(viewer, group, runs(viewer, group) && viewer.memberId !== memberId);

/** The promises are signed by those who are in the group. */
export const canSignCharter = (viewer: Actor, group: Group): Verdict =>
  seen(viewer, group, isInGroup(group, viewer.memberId));

function seen(viewer: Actor, group: Group, condition: boolean): Verdict {
  const visible = canSeeGroup(viewer, group);
  return visible.ok ? allowIf(condition) : visible;
}

export interface GroupAbilities {
  readonly scheduleMeetings: boolean;
  readonly invite: boolean;
  readonly postSupportRequest: boolean;
  readonly edit: boolean;
  readonly leave: boolean;
  readonly seeContent: boolean;
}

/** Which buttons this viewer gets. A closed group offers only reading and leaving. */
export function groupAbilities(viewer: Actor, group: Group): GroupAbilities {
  return {
    scheduleMeetings: canScheduleMeetings(viewer, group).ok,
    invite: canInvite(viewer, group).ok && isOpen(group),
    postSupportRequest: canPostSupportRequest(viewer, group).ok,
    edit: canEditGroup(viewer, group).ok && isOpen(group),
    leave: isInGroup(group, viewer.memberId),
    seeContent: canSeeContent(viewer, group).ok,
  };
}
