import { type BadUserInput, err, type Instant, type MemberId, ok, type Result } from '../../kernel/index.js';
import type { MemberStatus } from '../../people/index.js';
import type {
  AlreadyInGroup,
  AlreadyProposed,
  GroupClosed,
  GroupFull,
  MemberNotAddable,
} from '../group/group-errors.js';
import type { GroupEvent } from '../group/group-events.js';
import type { ProposalEvent } from '../proposals/proposal-events.js';
import type { Group, Place } from '../group/group.js';
import {
  type MemberProposal,
  type MemberProposalId,
  openProposals,
  proposeMember,
} from '../proposals/proposal.js';
import { checkPlace, hasSeatFor, isAddable, seat } from '../proposals/seats.js';

export interface Candidate {
  readonly memberId: MemberId;
  readonly status: MemberStatus;
}

export type Admission =
  | { readonly outcome: 'JOINED'; readonly next: Group; readonly events: readonly GroupEvent[] }
  | {
      readonly outcome: 'PROPOSED';
      readonly proposal: MemberProposal;
      readonly events: readonly ProposalEvent[];
    };

/**
 * While nothing has been said in confidence the person joins at once; from the first disclosure on they are proposed to
 * the members for seven days. A full group turns them away either way: a proposal promises a seat.
 */
export function addGroupMember(
  group: Group,
  proposals: readonly MemberProposal[],
  candidate: Candidate,
  place: Place,
  by: { readonly proposedBy: MemberId; readonly proposalId: MemberProposalId },
  now: Instant,
): Result<
  Admission,
  BadUserInput | MemberNotAddable | GroupClosed | GroupFull | AlreadyInGroup | AlreadyProposed
> {
  const sound = checkPlace(place);
  if (!sound.ok) return sound;
  const { memberId, status } = candidate;
  if (!isAddable(status)) return err({ code: 'MEMBER_NOT_ADDABLE' });
  if (group.firstContentAt === null) {
    const joined = seat(group, proposals, memberId, place, now);
    return joined.ok ? ok({ outcome: 'JOINED', ...joined.value }) : joined;
  }
  if (openProposals(proposals).some((open) => open.memberId === memberId)) {
    return err({ code: 'ALREADY_PROPOSED' });
  }
  const free = hasSeatFor(group, proposals, memberId, place.takesPart);
  if (!free.ok) return free;
  const proposal = proposeMember(by.proposalId, group.id, memberId, place, by.proposedBy, now);
  const ids = { groupId: group.id, proposalId: proposal.id, memberId };
  return ok({ outcome: 'PROPOSED', proposal, events: [{ name: 'group.member-proposed', ids }] });
}
