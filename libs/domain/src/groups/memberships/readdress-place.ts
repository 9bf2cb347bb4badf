import { days, type Instant, isBefore, type MemberId, plus } from '../../kernel/index.js';
import type { GroupEvent } from '../group/group-events.js';
import { type Group, groupLimits, membershipOf } from '../group/group.js';
import {
  type MemberProposal,
  type MemberProposalId,
  openProposals,
  proposeMember,
} from '../proposals/proposal.js';
import type { ProposalEvent } from '../proposals/proposal-events.js';

export interface Readdressed {
  readonly next: Group;
  /** Null in a closed group, which takes no one in. */
  readonly proposal: MemberProposal | null;
  readonly events: readonly (GroupEvent | ProposalEvent)[];
}

/**
 * The invitation of a person who has not come yet goes to another address. Where people have begun to talk, the owner of that mailbox is
 * a person they have not been asked about: the place is given back, and shown to them for seven days as a proposal; one that was open
 * already begins anew and keeps its concerns. Null where nothing changes.
 */
export function readdressPlace(
  group: Group,
  proposals: readonly MemberProposal[],
  memberId: MemberId,
  by: { readonly proposedBy: MemberId; readonly proposalId: MemberProposalId },
  now: Instant,
): Readdressed | null {
  if (group.firstContentAt === null) return null;
  const ids = { groupId: group.id, memberId };
  const open = openProposals(proposals).find((one) => one.memberId === memberId);
  if (open) {
    if (!isBefore(open.proposedAt, now)) return null;
    const proposal: MemberProposal = {
      ...open,
      kind: 'READDRESSED',
      proposedBy: by.proposedBy,
      proposedAt: now,
      decidesAt: plus(now, days(groupLimits.proposalDays)),
      version: open.version + 1,
    };
    return { next: group, proposal, events: [proposed(proposal)] };
  }
  const place = membershipOf(group, memberId);
  if (!place) return null;
  const next = { ...group, memberships: group.memberships.filter((one) => one !== place) };
  const left: GroupEvent = { name: 'group.member-left', ids };
  if (group.status === 'CLOSED') return { next, proposal: null, events: [left] };
  const { proposalId, proposedBy } = by;
  const proposal = proposeMember(proposalId, group.id, memberId, place, proposedBy, now, 'READDRESSED');
  return { next, proposal, events: [left, proposed(proposal)] };
}

const proposed = ({ groupId, id, memberId }: MemberProposal): ProposalEvent => ({
  name: 'group.member-proposed',
  ids: { groupId, proposalId: id, memberId },
});
