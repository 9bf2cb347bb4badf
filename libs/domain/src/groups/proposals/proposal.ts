import {
  allowIf,
  type BadUserInput,
  days,
  err,
  type GroupId,
  type Id,
  type Instant,
  isBefore,
  limits,
  type MemberId,
  ok,
  plus,
  required,
  type Result,
  type Verdict,
} from '../../kernel/index.js';
import type { Actor } from '../../people/index.js';
import type { ProposalDecided } from '../group/group-errors.js';
import {
  canSeeGroup,
  facilitatorsOf,
  type Group,
  groupLimits,
  isInGroup,
  leadsGroup,
  type Place,
} from '../group/group.js';
import type { ProposalEvent } from './proposal-events.js';

export type MemberProposalId = Id<'MemberProposal'>;
export type ProposalStatus = 'OPEN' | 'ACCEPTED' | 'WITHDRAWN';
/** A new member, another role for a member who is there, or a place whose invitation now goes to another address. */
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
  /** How many members have raised a concern. */
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
    id,
    kind,
    groupId,
    memberId,
    role,
    deputy,
    takesPart,
    proposedBy,
    proposedAt: now,
    decidesAt,
    status: 'OPEN',
    concerns: 0,
    version: 1,
  };
}

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

/** The facilitators decide; the office only where a group has none. No one decides about themselves. */
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
 * A concern outlives the facilitator who heard it: only a member who has heard every one of them (`heard`) may decide over them. Until then the
 * proposal stays open, and those who raised them may tell the facilitators of today.
 */
export const isHeard = ({ concerns }: Pick<MemberProposal, 'concerns'>, heard: number): boolean =>
  heard >= concerns;

/** Facilitators, the office and its proposer may take a proposal back. */
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
  { next: MemberProposal; note: string; events: readonly ProposalEvent[] },
  BadUserInput | ProposalDecided
> {
  if (proposal.status !== 'OPEN') return err({ code: 'PROPOSAL_DECIDED' });
  const words = required('note', note, limits.paragraph);
  if (!words.ok) return words;
  const next = { ...proposal, concerns: proposal.concerns + (again ? 0 : 1), version: proposal.version + 1 };
  // Without an actor: who is worried is known to the facilitators alone, not to the trail of events.
  const event: ProposalEvent = { name: 'group.concern-raised', ids: proposalIds(proposal), anonymous: true };
  return ok({ next, note: words.value, events: again ? [] : [event] });
}

/** True when the seven days are over without a concern: then time alone lets the person in. */
export const isDueWithoutConcern = (proposal: MemberProposal, now: Instant): boolean =>
  proposal.status === 'OPEN' && proposal.concerns === 0 && !isBefore(now, proposal.decidesAt);

/** Takes a proposal back; no reason is passed on. */
export function withdrawProposal(
  proposal: MemberProposal,
): Result<{ next: MemberProposal; events: readonly ProposalEvent[] }, ProposalDecided> {
  if (proposal.status !== 'OPEN') return err({ code: 'PROPOSAL_DECIDED' });
  const next: MemberProposal = { ...proposal, status: 'WITHDRAWN', version: proposal.version + 1 };
  return ok({ next, events: [{ name: 'group.proposal-withdrawn', ids: proposalIds(proposal) }] });
}

/** What events about a proposal name. */
export const proposalIds = ({ groupId, id, memberId }: MemberProposal) => ({
  groupId,
  proposalId: id,
  memberId,
});
