import {
  type BadUserInput,
  type Conflict,
  err,
  type Instant,
  type MemberId,
  type NotFound,
  ok,
  type Result,
} from '../../kernel/index.js';
import type { AlreadyProposed, GroupClosed, GroupFull, LastFacilitator } from '../group/group-errors.js';
import type { GroupEvent } from '../group/group-events.js';
import type { ProposalEvent } from '../proposals/proposal-events.js';
import { type Group, leadsGroup, type Place } from '../group/group.js';
import {
  type MemberProposal,
  type MemberProposalId,
  openProposals,
  proposeMember,
} from '../proposals/proposal.js';
import { givePlace } from '../proposals/seats.js';

export type RoleSetting =
  | { readonly outcome: 'SET'; readonly next: Group; readonly events: readonly GroupEvent[] }
  | {
      readonly outcome: 'PROPOSED';
      readonly proposal: MemberProposal;
      readonly events: readonly ProposalEvent[];
    };

/**
 * Changes a member's place. A facilitator reads from then on what members address to facilitators, so where people have
 * begun to talk that is proposed to them for seven days, like a new member; everything else, and everything before, happens at once.
 */
export function setGroupRole(
  group: Group,
  proposals: readonly MemberProposal[],
  memberId: MemberId,
  place: Place,
  by: { readonly proposedBy: MemberId; readonly proposalId: MemberProposalId; readonly now: Instant },
  expectedVersion?: number | null,
): Result<
  RoleSetting,
  BadUserInput | Conflict | NotFound | GroupClosed | GroupFull | LastFacilitator | AlreadyProposed
> {
  const given = givePlace(group, proposals, memberId, place, expectedVersion);
  if (!given.ok) return given;
  const begins = place.role === 'FACILITATOR' && !leadsGroup(group, memberId);
  if (!begins || group.firstContentAt === null) return ok({ outcome: 'SET', ...given.value });
  const open = openProposals(proposals).find((one) => one.memberId === memberId);
  // Proposed already, in these words: done.
  if (open?.role === place.role && open.deputy === place.deputy && open.takesPart === place.takesPart)
    return ok({ outcome: 'PROPOSED', proposal: open, events: [] });
  if (open) return err({ code: 'ALREADY_PROPOSED' });
  const proposal = proposeMember(by.proposalId, group.id, memberId, place, by.proposedBy, by.now, 'ROLE');
  const ids = { groupId: group.id, proposalId: proposal.id, memberId };
  return ok({ outcome: 'PROPOSED', proposal, events: [{ name: 'group.member-proposed', ids }] });
}
