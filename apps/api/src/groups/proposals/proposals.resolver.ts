import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  canAcceptProposal,
  canRaiseConcern,
  canReadConcerns,
  canWithdrawProposal,
  isHeard,
  type Group,
  type MemberProposalId,
} from '@yoriai/domain/groups';
import { type GroupId, isBefore } from '@yoriai/domain/kernel';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { GroupType, shownGroup } from '../group/group.type.js';
import { groupById, openProposalsOfGroup } from '../group/groups.loader.js';
import { acceptProposal } from './accept-proposal.js';
import { concernsOfProposal } from './concerns.loader.js';
import {
  ConcernType,
  MemberProposalType,
  ProposalAbilitiesType,
  toConcernType,
  toProposalType,
} from './proposal.type.js';
import { raiseConcern } from './raise-concern.js';
import { withdrawProposal } from './withdraw-proposal.js';
import { proposalById } from '../group/groups.loader.js';
import { FindsNode } from '../../platform/graphql/nodes.js';

@Resolver(() => GroupType)
export class ProposalsResolver {
  @FindsNode('MemberProposal')
  async findMemberProposal(context: RequestContext, id: MemberProposalId): Promise<object | null> {
    const proposal = await context.load(proposalById, id);
    return proposal && toProposalType(proposal);
  }

  @ResolveField(() => [MemberProposalType])
  async proposals(
    @Ctx() context: RequestContext,
    @Parent() { group }: GroupType,
  ): Promise<MemberProposalType[]> {
    return ((await context.load(openProposalsOfGroup, group.id)) ?? []).map(toProposalType);
  }

  @Mutation(() => GroupType)
  @Rule('member')
  raiseConcern(
    @Ctx() context: RequestContext,
    @Args('proposalId', { type: () => ID }) proposalId: string,
    @Args('note', { type: () => String }) note: string,
  ): Promise<GroupType> {
    return decide(context, proposalId, (tx, id) => raiseConcern(tx, id, note));
  }

  @Mutation(() => GroupType)
  @Rule('member')
  acceptProposal(
    @Ctx() context: RequestContext,
    @Args('proposalId', { type: () => ID }) proposalId: string,
  ): Promise<GroupType> {
    return decide(context, proposalId, acceptProposal);
  }

  @Mutation(() => GroupType)
  @Rule('member')
  withdrawProposal(
    @Ctx() context: RequestContext,
    @Args('proposalId', { type: () => ID }) proposalId: string,
  ): Promise<GroupType> {
    return decide(context, proposalId, withdrawProposal);
  }
}

@Resolver(() => MemberProposalType)
export class ProposalResolver {
  @ResolveField(() => MemberType)
  async member(
    @Ctx() context: RequestContext,
    @Parent() { proposal }: MemberProposalType,
  ): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, proposal.memberId)));
  }

  @ResolveField(() => MemberType)
  async proposedBy(
    @Ctx() context: RequestContext,
    @Parent() { proposal }: MemberProposalType,
  ): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, proposal.proposedBy)));
  }

  @ResolveField(() => Boolean)
  async concernByViewer(
    @Ctx() context: RequestContext,
    @Parent() { proposal }: MemberProposalType,
  ): Promise<boolean> {
    const concerns = (await context.load(concernsOfProposal, proposal.id)) ?? [];
    return concerns.some(({ memberId }) => memberId === context.me().memberId);
  }

  @ResolveField(() => Boolean, {
    description:
      'a concern was told to facilitators who are none any more; to the member who raised it and to the facilitators of today',
  })
  async concernUnheard(
    @Ctx() context: RequestContext,
    @Parent() { proposal }: MemberProposalType,
  ): Promise<boolean> {
    const concerns = (await context.load(concernsOfProposal, proposal.id)) ?? [];
    const mine = concerns.some(({ memberId, heard }) => memberId === context.me().memberId && !heard);
    const reads = canReadConcerns(context.me(), await groupOf(context, proposal.groupId), proposal).ok;
    return mine || (reads && !isHeard(proposal, concerns.length));
  }

  @ResolveField(() => [ConcernType], { description: 'for the facilitators; empty for all others' })
  async concerns(
    @Ctx() context: RequestContext,
    @Parent() { proposal }: MemberProposalType,
  ): Promise<ConcernType[]> {
    if (!canReadConcerns(context.me(), await groupOf(context, proposal.groupId), proposal).ok) return [];
    return ((await context.load(concernsOfProposal, proposal.id)) ?? []).map(toConcernType);
  }

  @ResolveField(() => ProposalAbilitiesType)
  async viewerCan(
    @Ctx() context: RequestContext,
    @Parent() { proposal }: MemberProposalType,
  ): Promise<ProposalAbilitiesType> {
    const [viewer, group] = [context.me(), await groupOf(context, proposal.groupId)];
    const heard = (await context.load(concernsOfProposal, proposal.id)) ?? [];
    const over = !isBefore((await context.read()).now, proposal.decidesAt);
    return {
      raiseConcern: canRaiseConcern(viewer, group, proposal).ok,
      accept: over && canAcceptProposal(viewer, group, proposal).ok && isHeard(proposal, heard.length),
      withdraw: canWithdrawProposal(viewer, group, proposal).ok,
    };
  }
}

@Resolver(() => ConcernType)
export class ConcernsResolver {
  @ResolveField(() => MemberType)
  async member(@Ctx() context: RequestContext, @Parent() { memberId }: ConcernType): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, memberId)));
  }
}

const groupOf = async (context: RequestContext, id: GroupId): Promise<Group> =>
  found(await context.load(groupById, id));

async function decide(
  context: RequestContext,
  proposalId: string,
  run: (tx: TenantTx, id: MemberProposalId) => Promise<GroupId>,
): Promise<GroupType> {
  const id = idArg('MemberProposal', proposalId);
  return shownGroup(context, await context.act((tx) => run(tx, id)));
}
