import { carries, unread, type EventOf, type GroupId, type Id, type MemberId } from '../../kernel/index.js';

type ProposalIds = { groupId: GroupId; proposalId: Id<'MemberProposal'>; memberId: MemberId };

export const proposalEvents = {
  'group.member-proposed': carries<ProposalIds>(),
  'group.concern-raised': carries<ProposalIds>(),
  'group.proposal-accepted': unread<ProposalIds>(),
  'group.proposal-withdrawn': unread<ProposalIds>(),
};
export type ProposalEvent = EventOf<typeof proposalEvents>;
