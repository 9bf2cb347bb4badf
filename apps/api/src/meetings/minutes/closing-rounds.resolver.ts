import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { membershipOf } from '@yoriai/domain/groups';
import type { MeetingId } from '@yoriai/domain/kernel';
import { closingRoundEndsAt, isClosingRoundOpen } from '@yoriai/domain/meetings';
import { GroupType } from '../../groups/group/group.type.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import { meetingById } from '../meeting/meetings.loader.js';
import { topicsStore } from '../topics/topics.store.js';
import { answerClosingRound } from './answer-closing-round.js';
import { ClosingRoundInput } from './closing-round.inputs.js';
import {
  ClosingRoundType,
  GoalType,
  ReflectionType,
  SafetyOfGroupType,
  toClosingRoundType,
  toGoalType,
} from './closing-round.type.js';
import { goalsBeforeMeeting, reflectionsOfMeeting } from './closing-rounds.loader.js';
import { closingRoundsStore } from './closing-rounds.store.js';
import { minutesOfMeeting } from './minutes.loader.js';

const shown = async (context: RequestContext, id: MeetingId): Promise<MeetingType> =>
  toMeetingType(found(await context.load(meetingById, id)));

/** What people say, and set themselves, when a meeting has closed. */
@Resolver(() => MeetingType)
export class ClosingRoundsResolver {
  @Mutation(() => MeetingType)
  @Rule('member')
  async answerClosingRound(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: ClosingRoundInput,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', input.meetingId);
    const once = { key, op: 'answerClosingRound', input };
    await context.act((tx) => answerClosingRound(tx, { ...input, meetingId }), once);
    return shown(context, meetingId);
  }

  /** One's own, from closing until seven days after, and to look at later; null before, and for viewers who are not in the group. */
  @ResolveField(() => ClosingRoundType, { nullable: true })
  async closingRound(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<ClosingRoundType | null> {
    const [tx, { memberId }] = [await context.read(), context.me()];
    const minutes = meeting.status === 'CLOSED' && (await context.load(minutesOfMeeting, meeting.id));
    const group = await context.load(groupById, meeting.groupId);
    const membership = group && membershipOf(group, memberId);
    if (!minutes || !membership) return null;
    const hotSeat = await topicsStore.hotSeatOf(tx, meeting.id);
    return toClosingRoundType(await closingRoundsStore.mine(tx, meeting.id, memberId), {
      endsAt: closingRoundEndsAt(minutes.sealedAt),
      open: isClosingRoundOpen(meeting, minutes.sealedAt, tx.now),
      takesPart: membership.takesPart,
      asksOneYearLater: hotSeat.includes(memberId),
    });
  }

  /** What people said when it closed; what to change is read by the facilitators alone. */
  @ResolveField(() => [ReflectionType])
  async reflections(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<readonly ReflectionType[]> {
    return (await context.load(reflectionsOfMeeting, meeting.id)) ?? [];
  }

  /** The goals that people set themselves at the meeting before. */
  @ResolveField(() => [GoalType])
  async goals(@Ctx() context: RequestContext, @Parent() { meeting }: MeetingType): Promise<GoalType[]> {
    return ((await context.load(goalsBeforeMeeting, meeting.id)) ?? []).map(toGoalType);
  }

  /** One's own goals of now, for the home page. */
  @Query(() => [GoalType])
  @Rule('member')
  async myGoals(@Ctx() context: RequestContext): Promise<GoalType[]> {
    const goals = await closingRoundsStore.goalsOf(await context.read(), context.me().memberId);
    return goals.map(toGoalType);
  }
}

@Resolver(() => ReflectionType)
export class ReflectionAuthorResolver {
  @ResolveField(() => MemberType)
  async member(@Ctx() context: RequestContext, @Parent() { memberId }: ReflectionType): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, memberId)));
  }
}

@Resolver(() => GoalType)
export class GoalOwnerResolver {
  @ResolveField(() => MemberType)
  async owner(@Ctx() context: RequestContext, @Parent() { memberId }: GoalType): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, memberId)));
  }
}

/** What closing rounds add to a group. */
@Resolver(() => GroupType)
export class GroupSafetyResolver {
  @ResolveField(() => SafetyOfGroupType, { nullable: true })
  async safety(
    @Ctx() context: RequestContext,
    @Parent() { group }: GroupType,
  ): Promise<SafetyOfGroupType | null> {
    return closingRoundsStore.released(await context.read(), group.id);
  }
}
