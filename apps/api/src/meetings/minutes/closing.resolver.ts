import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { membershipOf } from '@yoriai/domain/groups';
import type { MeetingId } from '@yoriai/domain/kernel';
import { canStillReopen, closingRoundEndsAt, isClosingRoundOpen } from '@yoriai/domain/meetings';
import { GroupType } from '../../groups/group/group.type.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/people.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { answerClosingRound } from './answer-closing-round.js';
import { closeMeeting, correctMinutes, reopenMeeting } from './close-meeting.js';
import {
  CloseMeetingInput,
  ClosingRoundInput,
  ClosingRoundType,
  CorrectMinutesInput,
  GoalType,
  MinutesCorrectionType,
  MinutesType,
  ReflectionType,
  SafetyOfGroupType,
  toClosingRoundType,
  toCorrectionType,
  toGoalType,
  toMinutesType,
} from './closing.type.js';
import { closingRoundsStore } from './closing-rounds.store.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import {
  correctionsOfMeeting,
  goalsBeforeMeeting,
  meetingById,
  minutesOfMeeting,
  reflectionsOfMeeting,
} from '../meeting/meetings.loader.js';
import { minutesStore } from './minutes.store.js';

const shown = async (context: RequestContext, id: MeetingId): Promise<MeetingType> =>
  toMeetingType(found(await context.load(meetingById, id)));

/** Closing, and what a closed meeting shows. */
@Resolver(() => MeetingType)
export class ClosingResolver {
  @Mutation(() => MeetingType)
  @Rule('member')
  async closeMeeting(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: CloseMeetingInput,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', input.meetingId);
    await context.act((tx) => closeMeeting(tx, { ...input, meetingId }), { key, op: 'closeMeeting', input });
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async reopenMeeting(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    await context.act((tx) => reopenMeeting(tx, meetingId));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async correctMinutes(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: CorrectMinutesInput,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', input.meetingId);
    await context.act((tx) => correctMinutes(tx, { ...input, meetingId }), {
      key,
      op: 'correctMinutes',
      input,
    });
    return shown(context, meetingId);
  }

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

  /** For those who were in the group when it was closed. */
  @ResolveField(() => MinutesType, { nullable: true })
  async minutes(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<MinutesType | null> {
    if (meeting.status !== 'CLOSED') return null;
    const minutes = await context.load(minutesOfMeeting, meeting.id);
    return minutes && toMinutesType(minutes);
  }

  /** The closing can be taken back by the viewer, for ten minutes. */
  @ResolveField(() => Boolean)
  async viewerCanReopen(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<boolean> {
    const minutes = meeting.status === 'CLOSED' && (await context.load(minutesOfMeeting, meeting.id));
    if (!minutes || minutes.sealedBy !== context.me().memberId) return false;
    return canStillReopen(minutes, (await context.read()).now);
  }

  /** One's own, from closing until seven days after, and to look at later; null before, and for whoever is not in the group. */
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
    const hotSeat = await minutesStore.hotSeatOf(tx, meeting.id);
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

@Resolver(() => MinutesType)
export class MinutesResolver {
  @ResolveField(() => [MinutesCorrectionType])
  async corrections(
    @Ctx() context: RequestContext,
    @Parent() { minutes }: MinutesType,
  ): Promise<MinutesCorrectionType[]> {
    return ((await context.load(correctionsOfMeeting, minutes.meetingId)) ?? []).map(toCorrectionType);
  }

  @ResolveField(() => MemberType)
  async sealedBy(@Ctx() context: RequestContext, @Parent() { minutes }: MinutesType): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, minutes.sealedBy)));
  }
}

@Resolver(() => MinutesCorrectionType)
export class CorrectionAuthorResolver {
  @ResolveField(() => MemberType)
  async author(
    @Ctx() context: RequestContext,
    @Parent() { memberId }: MinutesCorrectionType,
  ): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, memberId)));
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
