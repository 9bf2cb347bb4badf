import {
  allowIf,
  badInput,
  type BadUserInput,
  type Conflict,
  days,
  err,
  type GroupId,
  type Id,
  type Instant,
  isBefore,
  limits,
  type MemberId,
  type NotFound,
  ok,
  plus,
  required,
  type Result,
  wantsChange,
  type Verdict,
} from '../../kernel/index.js';
import type { Actor, MemberStatus } from '../../people/index.js';
import type {
  AlreadyInGroup,
  ConcernUnheard,
  GroupClosed,
  GroupFull,
  LastFacilitator,
  MemberNotAddable,
  ProposalDecided,
  ProposalStillShown,
} from '../group/group-errors.js';
import { groupEvent, type GroupEvent } from '../group/group-events.js';
import {
  canSeeGroup,
  facilitatorsOf,
  type Group,
  groupLimits,
  isInGroup,
  isLastFacilitator,
  leadsGroup,
  membershipOf,
  participantsOf,
  type Place,
} from '../group/group.js';

export type MemberProposalId = Id<'MemberProposal'>;
export type ProposalStatus = 'OPEN' | 'ACCEPTED' | 'WITHDRAWN';
/** Somebody new, another role for somebody who is there, or a place whose invitation now goes to another address. */
export const proposalKinds = ['JOIN', 'ROLE', 'READDRESSED'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** What changes who reads a group that already has content, shown to its members before it does. */
export interface MemberProposal extends Place {
  readonly id: MemberProposalId;
  readonly kind: ProposalKind;
  readonly groupId: GroupId;
  readonly memberId: MemberId;
  readonly proposedBy: MemberId;
  readonly proposedAt: Instant;
  /** Until then the members are asked; without a concern it comes true at this moment. */
  readonly decidesAt: Instant;
  readonly status: ProposalStatus;
  /** How many members have told the facilitator of a worry. */
  readonly concerns: number;
  readonly version: number;
}

/** A proposal is shown for seven days. */
export function proposeMember(
  id: MemberProposalId,
  groupId: GroupId,
  memberId: MemberId,
  place: Place,
  proposedBy: MemberId,
  now: Instant,
  kind: ProposalKind = 'JOIN',
): MemberProposal {
  const decidesAt = plus(now, days(groupLimits.proposalDays));
  const { role, deputy, takesPart } = place;
  return {
    ...{ id, kind, groupId, memberId, role, deputy, takesPart, proposedBy, proposedAt: now, decidesAt },
    ...{ status: 'OPEN', concerns: 0, version: 1 },
  };
}

/** Seats that are taken, or promised to somebody who has been proposed. People from outside take none. */
export const seatsTaken = (group: Group, proposals: readonly MemberProposal[]): number =>
  participantsOf(group).length +
  openProposals(proposals).filter(
    ({ takesPart, memberId }) => takesPart && membershipOf(group, memberId)?.takesPart !== true,
  ).length;

export const openProposals = (proposals: readonly MemberProposal[]): readonly MemberProposal[] =>
  proposals.filter((proposal) => proposal.status === 'OPEN');

type About = Pick<MemberProposal, 'memberId'>;

/** The people of the group may say what worries them, but not about themselves. */
export const canRaiseConcern = (viewer: Actor, group: Group, { memberId }: About): Verdict => {
  const visible = canSeeGroup(viewer, group);
  return visible.ok ? allowIf(isInGroup(group, viewer.memberId) && viewer.memberId !== memberId) : visible;
};

/** Concerns are told to the facilitators alone, and never to the one they are about. */
export const canReadConcerns = (viewer: Actor, group: Group, { memberId }: About): Verdict =>
  allowIf(leadsGroup(group, viewer.memberId) && viewer.memberId !== memberId);

/** The facilitators decide; the office only where a group has none. Nobody decides about themselves. */
export const canAcceptProposal = (viewer: Actor, group: Group, { memberId }: About): Verdict => {
  const visible = canSeeGroup(viewer, group);
  if (!visible.ok) return visible;
  const orphaned = facilitatorsOf(group).length === 0;
  return allowIf(
    viewer.memberId !== memberId &&
      (leadsGroup(group, viewer.memberId) || (viewer.role === 'ADMIN' && orphaned)),
  );
};

/**
 * A concern outlives whoever it was told to: only somebody who was told every one of them (`heard`) may decide over them. Until then the
 * proposal stays open, and those who raised them may tell the facilitators of today.
 */
export const isHeard = ({ concerns }: Pick<MemberProposal, 'concerns'>, heard: number): boolean =>
  heard >= concerns;

/** Facilitators, the office, and whoever proposed may take a proposal back. */
export const canWithdrawProposal = (viewer: Actor, group: Group, proposal: MemberProposal): Verdict => {
  const visible = canSeeGroup(viewer, group);
  if (!visible.ok) return visible;
  const proposer = proposal.proposedBy === viewer.memberId;
  return allowIf(proposer || viewer.role === 'ADMIN' || leadsGroup(group, viewer.memberId));
};

/** A concern needs a word of explanation and stops the clock from deciding; saying it again replaces the words. */
export function raiseConcern(
  proposal: MemberProposal,
  note: string,
  again: boolean,
): Result<
  { next: MemberProposal; note: string; events: readonly GroupEvent[] },
  BadUserInput | ProposalDecided
> {
  if (proposal.status !== 'OPEN') return err({ code: 'PROPOSAL_DECIDED' });
  const words = required('note', note, limits.paragraph);
  if (!words.ok) return words;
  const next = { ...proposal, concerns: proposal.concerns + (again ? 0 : 1), version: proposal.version + 1 };
  // Without an actor: who is worried is known to the facilitators alone, not to the trail of events.
  const event: GroupEvent = { ...groupEvent('group.concern-raised', ids(proposal)), anonymous: true };
  return ok({ next, note: words.value, events: again ? [] : [event] });
}

/** True when the seven days are over and nobody is worried: then time alone lets the person in. */
export const isDueWithoutConcern = (proposal: MemberProposal, now: Instant): boolean =>
  proposal.status === 'OPEN' && proposal.concerns === 0 && !isBefore(now, proposal.decidesAt);

export interface Accepted {
  readonly group: Group;
  readonly proposal: MemberProposal;
  readonly events: readonly GroupEvent[];
}

/** Whoever belongs to the organisation, or has been invited to. */
export const isAddable = (status: MemberStatus): boolean =>
  status === 'INVITED' || status === 'ACTIVE' || status === 'ON_LEAVE';

/**
 * The person joins or has the other role, once the members have had their seven days and if they are still of the organisation
 * (`status`) and, for a role, of the group. `proposals` are those open in the group, `heard` how many of the concerns whoever decides was
 * told.
 */
export function acceptProposal(
  group: Group,
  proposals: readonly MemberProposal[],
  proposal: MemberProposal,
  { status, heard }: { readonly status: MemberStatus; readonly heard: number },
  now: Instant,
): Result<
  Accepted,
  | ProposalDecided
  | ProposalStillShown
  | ConcernUnheard
  | MemberNotAddable
  | GroupClosed
  | GroupFull
  | AlreadyInGroup
  | LastFacilitator
  | NotFound
  | BadUserInput
  | Conflict
> {
  if (proposal.status !== 'OPEN') return err({ code: 'PROPOSAL_DECIDED' });
  if (isBefore(now, proposal.decidesAt)) {
    return err({ code: 'PROPOSAL_STILL_SHOWN', until: proposal.decidesAt.toISOString() });
  }
  if (!isHeard(proposal, heard)) return err({ code: 'CONCERN_UNHEARD' });
  if (!isAddable(status)) return err({ code: 'MEMBER_NOT_ADDABLE' });
  const others = proposals.filter((other) => other.id !== proposal.id);
  const joined =
    proposal.kind === 'ROLE'
      ? givePlace(group, others, proposal.memberId, proposal)
      : seat(group, others, proposal.memberId, proposal, now);
  if (!joined.ok) return joined;
  return ok({
    group: joined.value.next,
    proposal: { ...proposal, status: 'ACCEPTED', version: proposal.version + 1 },
    events: [groupEvent('group.proposal-accepted', ids(proposal)), ...joined.value.events],
  });
}

/** Takes a proposal back; no reason is passed on. */
export function withdrawProposal(
  proposal: MemberProposal,
): Result<{ next: MemberProposal; events: readonly GroupEvent[] }, ProposalDecided> {
  if (proposal.status !== 'OPEN') return err({ code: 'PROPOSAL_DECIDED' });
  const next: MemberProposal = { ...proposal, status: 'WITHDRAWN', version: proposal.version + 1 };
  return ok({ next, events: [groupEvent('group.proposal-withdrawn', ids(proposal))] });
}

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
    events: [groupEvent('group.member-joined', { groupId: group.id, memberId })],
  });
}

/** Gives somebody who is in the group another place. The last facilitator keeps the role; somebody from outside who begins to take part needs a seat. */
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
    events: [groupEvent('group.role-set', { groupId: group.id, memberId })],
  });
}

/** Only a facilitator can be a deputy, and only a facilitator can stay outside. */
export function checkPlace({ role, deputy, takesPart }: Place): Result<true, BadUserInput> {
  if (role === 'MEMBER' && deputy) return badInput('deputy', 'UNKNOWN');
  if (role === 'MEMBER' && !takesPart) return badInput('takesPart', 'UNKNOWN');
  return ok(true);
}

const ids = ({ groupId, id, memberId }: MemberProposal) => ({ groupId, proposalId: id, memberId });
