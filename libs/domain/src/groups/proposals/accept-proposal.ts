import {
  type BadUserInput,
  type Conflict,
  err,
  type Instant,
  isBefore,
  type NotFound,
  ok,
  type Result,
} from '../../kernel/index.js';
import type { MemberStatus } from '../../people/index.js';
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
import type { GroupEvent } from '../group/group-events.js';
import type { Group } from '../group/group.js';
import { isHeard, type MemberProposal, proposalIds } from './proposal.js';
import { givePlace, isAddable, seat } from './seats.js';
import type { ProposalEvent } from './proposal-events.js';

export interface Accepted {
  readonly group: Group;
  readonly proposal: MemberProposal;
  readonly events: readonly (GroupEvent | ProposalEvent)[];
}

/**
 * The person joins or has the other role, once the members have had their seven days and if they are still of the organisation
 * (`status`) and, for a role, of the group. `proposals` are those open in the group, `heard` how many of the concerns the
 * decider has heard.
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
    events: [{ name: 'group.proposal-accepted', ids: proposalIds(proposal) }, ...joined.value.events],
  });
}
