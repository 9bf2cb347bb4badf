import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  averageOfCounts,
  canEditCommitment,
  canSettleCommitment,
  countCommitments,
  isOpenCommitment,
} from '@yoriai/domain/meetings';
import { GroupType } from '../../groups/group/group.type.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import {
  CommitmentAbilitiesType,
  CommitmentAverageType,
  CommitmentType,
  EditCommitmentInput,
  MakeCommitmentInput,
  MyCommitmentsType,
  SettleCommitmentInput,
  toCommitmentType,
} from './commitment.type.js';
import { commitmentsStore } from './commitments.store.js';
import { editCommitment } from './edit-commitment.js';
import { makeCommitment } from './make-commitment.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import { hostOfGroup, meetingById } from '../meeting/meetings.loader.js';
import { settleCommitment } from './settle-commitment.js';
import { commitmentById, commitmentsOfMeeting } from './commitments.loader.js';
import type { CommitmentId } from '@yoriai/domain/meetings';
import { FindsNode } from '../../platform/graphql/nodes.js';

@Resolver(() => CommitmentType)
export class CommitmentsResolver {
  @FindsNode('Commitment')
  async findCommitment(context: RequestContext, id: CommitmentId): Promise<object | null> {
    const commitment = await context.load(commitmentById, id);
    return commitment && toCommitmentType(commitment);
  }

  /** One's own, for the home page. */
  @Query(() => MyCommitmentsType)
  @Rule('member')
  async myCommitments(@Ctx() context: RequestContext): Promise<MyCommitmentsType> {
    const [tx, { memberId }] = [await context.read(), context.me()];
    const open = await commitmentsStore.openOf(tx, memberId);
    const count = countCommitments(await commitmentsStore.outcomesOf(tx, memberId));
    return { ...count, open: open.map(toCommitmentType) };
  }

  @ResolveField(() => MemberType)
  async owner(@Ctx() context: RequestContext, @Parent() { commitment }: CommitmentType): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, commitment.ownerId)));
  }

  /** The meeting at which it was made; null for a member who has left the group. */
  @ResolveField(() => MeetingType, { nullable: true })
  async meeting(
    @Ctx() context: RequestContext,
    @Parent() { commitment }: CommitmentType,
  ): Promise<MeetingType | null> {
    const meeting = await context.load(meetingById, commitment.meetingId);
    return meeting && toMeetingType(meeting);
  }

  @ResolveField(() => CommitmentAbilitiesType)
  async viewerCan(
    @Ctx() context: RequestContext,
    @Parent() { commitment }: CommitmentType,
  ): Promise<CommitmentAbilitiesType> {
    const group = await context.load(groupById, commitment.groupId);
    const host = await context.load(hostOfGroup, commitment.groupId);
    const meeting = await context.load(meetingById, commitment.meetingId);
    if (!group || !meeting) return { settle: false, edit: false };
    const [me, handedTo] = [context.me(), host?.memberId];
    return {
      settle: canSettleCommitment(me, group, commitment, handedTo).ok,
      edit: isOpenCommitment(commitment) && canEditCommitment(me, group, commitment, meeting, handedTo).ok,
    };
  }

  @Mutation(() => CommitmentType)
  @Rule('member')
  async makeCommitment(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: MakeCommitmentInput,
  ): Promise<CommitmentType> {
    const meetingId = idArg('Meeting', input.meetingId);
    const ownerId = optionalIdArg('Member', input.ownerId);
    const once = { key, op: 'makeCommitment', input };
    const id = await context.act((tx) => makeCommitment(tx, { ...input, meetingId, ownerId }), once);
    return toCommitmentType(found(await context.load(commitmentById, id)));
  }

  @Mutation(() => CommitmentType, { description: 'its owner; those who run the meeting, until it is closed' })
  @Rule('member')
  async editCommitment(
    @Ctx() context: RequestContext,
    @Args('input') input: EditCommitmentInput,
  ): Promise<CommitmentType> {
    const commitmentId = idArg('Commitment', input.commitmentId);
    await context.act((tx) => editCommitment(tx, { ...input, commitmentId }));
    return toCommitmentType(found(await context.load(commitmentById, commitmentId)));
  }

  @Mutation(() => CommitmentType)
  @Rule('member')
  async settleCommitment(
    @Ctx() context: RequestContext,
    @Args('input') input: SettleCommitmentInput,
  ): Promise<CommitmentType> {
    const commitmentId = idArg('Commitment', input.commitmentId);
    await context.act((tx) => settleCommitment(tx, { ...input, commitmentId }));
    return toCommitmentType(found(await context.load(commitmentById, commitmentId)));
  }
}

/** What commitments add to a meeting. */
@Resolver(() => MeetingType)
export class MeetingCommitmentsResolver {
  /** Everything still open in the group (on its next meeting), what was settled at this one, and what was made there. */
  @ResolveField(() => [CommitmentType])
  async commitments(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<CommitmentType[]> {
    return ((await context.load(commitmentsOfMeeting, meeting.id)) ?? []).map(toCommitmentType);
  }
}

/** What commitments add to a group. */
@Resolver(() => GroupType)
export class GroupCommitmentsResolver {
  @ResolveField(() => CommitmentAverageType, { nullable: true })
  async commitmentAverage(
    @Ctx() context: RequestContext,
    @Parent() { group }: GroupType,
  ): Promise<CommitmentAverageType | null> {
    const outcomes = await commitmentsStore.outcomesIn(await context.read(), group.id);
    return averageOfCounts(outcomes.map(countCommitments));
  }
}
