import { Inject, Module } from '@nestjs/common';
import { canInvite, type JoinLinkId, type MemberProposalId, type ProgrammeId } from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import { PeopleModule } from '../people/people.module.js';
import { CONFIG } from '../platform/boot/tokens.js';
import type { Config } from '../platform/config.js';
import { Nodes } from '../platform/graphql/nodes.js';
import { CharterResolver } from './charter/charter.resolver.js';
import { TellOfCharter } from './charter/tell-of-charter.job.js';
import './group/describe-groups.js';
import { toGroupType } from './group/group.type.js';
import { groupById, proposalById } from './group/groups.loader.js';
import { GroupsResolver } from './group/groups.resolver.js';
import { JoinByCode } from './join-links/join-by-code.js';
import { toJoinLinkType } from './join-links/join-link.type.js';
import { joinLinkById } from './join-links/join-links.loader.js';
import { JoinLinksResolver } from './join-links/join-links.resolver.js';
import './memberships/describe-memberships.js';
import { MembersGroupsResolver, ViewersGroupsResolver } from './memberships/members-groups.resolver.js';
import { GroupMembershipsResolver, MembershipsResolver } from './memberships/memberships.resolver.js';
import { ReleaseSeats } from './memberships/release-seats.job.js';
import { TellOfNewcomer } from './memberships/tell-of-newcomer.job.js';
import { TellOfRole } from './memberships/tell-of-role.job.js';
import { toProgrammeType } from './programmes/programme.type.js';
import { programmeById } from './programmes/programmes.loader.js';
import { ProgrammesResolver } from './programmes/programmes.resolver.js';
import './proposals/describe-proposals.js';
import { toProposalType } from './proposals/proposal.type.js';
import { ConcernsResolver, ProposalResolver, ProposalsResolver } from './proposals/proposals.resolver.js';
import { SettleProposal } from './proposals/settle-proposal.job.js';
import { TellOfProposal } from './proposals/tell-of-proposal.job.js';

@Module({
  imports: [PeopleModule],
  providers: [
    GroupsResolver,
    CharterResolver,
    TellOfCharter,
    MembershipsResolver,
    GroupMembershipsResolver,
    MembersGroupsResolver,
    ViewersGroupsResolver,
    ReleaseSeats,
    TellOfNewcomer,
    TellOfRole,
    ProposalsResolver,
    ProposalResolver,
    ConcernsResolver,
    SettleProposal,
    TellOfProposal,
    JoinLinksResolver,
    JoinByCode,
    ProgrammesResolver,
  ],
})
export class GroupsModule {
  constructor(nodes: Nodes, @Inject(CONFIG) { publicUrl }: Config) {
    nodes.add('Group', async (context, id) => {
      const group = await context.load(groupById, id as GroupId);
      return group && toGroupType(group);
    });
    nodes.add('Programme', async (context, id) => {
      const programme = await context.load(programmeById, id as ProgrammeId);
      return programme && toProgrammeType(programme);
    });
    nodes.add('MemberProposal', async (context, id) => {
      const proposal = await context.load(proposalById, id as MemberProposalId);
      return proposal && toProposalType(proposal);
    });
    nodes.add('JoinLink', async (context, id) => {
      const link = await context.load(joinLinkById, id as JoinLinkId);
      const group = link && (await context.load(groupById, link.groupId));
      return group && canInvite(context.me(), group).ok ? toJoinLinkType(link, publicUrl) : null;
    });
  }
}
