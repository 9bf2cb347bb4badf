import {
  Args,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { isInGroup } from '@yoriai/domain/groups';
import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import { canRsvp, canRsvpForOthers, isOpenToChange } from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { Yen } from '../../platform/graphql/scalars.js';
import { afterPartyAnswersOf, afterPartyOfMeeting } from './after-parties.store.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import { meetingById } from '../meeting/meetings.loader.js';
import { planAfterParty } from './plan-after-party.js';
import { callOffAfterParty } from './call-off-after-party.js';
import { answerAfterParty } from './answer-after-party.js';

@ObjectType('AfterPartyAbilities')
@Rule('parent')
export class AfterPartyAbilitiesType {
  @Field(() => Boolean) answer!: boolean;
  @Field(() => Boolean) answerForOthers!: boolean;
}

@ObjectType('AfterPartyAnswer')
@Rule('parent')
export class AfterPartyAnswerType {
  @Field(() => Boolean, { nullable: true, description: 'null: not said yet' }) coming!: boolean | null;
  readonly memberId!: MemberId;
}

@ObjectType('AfterParty')
@Rule('parent')
export class AfterPartyType {
  @Field(() => String, { nullable: true, description: 'where and when' }) details!: string | null;
  @Field(() => Yen, { nullable: true, description: 'for each person' }) feeYen!: number | null;
  @Field(() => Boolean, { nullable: true }) viewerComes!: boolean | null;
  @Field(() => [AfterPartyAnswerType], { description: 'all of the group, answered or not' })
  answers!: AfterPartyAnswerType[];
  @Field(() => AfterPartyAbilitiesType) viewerCan!: AfterPartyAbilitiesType;
  @Field(() => Int) version!: number;
}

@InputType()
export class PlanAfterPartyInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => String, { nullable: true, description: 'where and when' }) details?: string | null;
  @Field(() => Yen, { nullable: true, description: 'for each person' }) feeYen?: number | null;
  @Field(() => Int, { nullable: true, description: '0: none is known yet' }) expectedVersion?: number | null;
}

const shown = async (context: RequestContext, id: MeetingId): Promise<MeetingType> =>
  toMeetingType(found(await context.load(meetingById, id)));

/** 懇親会 */
@Resolver(() => MeetingType)
export class AfterPartyResolver {
  /** Null where none is planned. */
  @ResolveField(() => AfterPartyType, { nullable: true })
  async afterParty(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<AfterPartyType | null> {
    const party = await context.load(afterPartyOfMeeting, meeting.id);
    if (!party) return null;
    const group = found(await context.load(groupById, meeting.groupId));
    const given = (await context.load(afterPartyAnswersOf, meeting.id)) ?? [];
    const [me, { now }] = [context.me(), await context.read()];
    const open = isOpenToChange(meeting, now);
    const comes = (id: MemberId): boolean | null =>
      given.find(({ memberId }) => memberId === id)?.coming ?? null;
    return {
      ...party,
      viewerComes: isInGroup(group, me.memberId) ? comes(me.memberId) : null,
      answers: group.memberships.map(({ memberId }) => ({ memberId, coming: comes(memberId) })),
      viewerCan: {
        answer: open && canRsvp(me, group).ok,
        answerForOthers: open && canRsvpForOthers(me, group).ok,
      },
    };
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async planAfterParty(
    @Ctx() context: RequestContext,
    @Args('input') input: PlanAfterPartyInput,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', input.meetingId);
    await context.act((tx) => planAfterParty(tx, { ...input, meetingId }));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType, { description: 'with the answers to it' })
  @Rule('member')
  async callOffAfterParty(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    await context.act((tx) => callOffAfterParty(tx, meetingId));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async answerAfterParty(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
    @Args('coming', { type: () => Boolean }) coming: boolean,
    @Args('memberId', { type: () => ID, nullable: true }) forMember: string | null,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    const memberId = optionalIdArg('Member', forMember);
    await context.act((tx) => answerAfterParty(tx, { meetingId, coming, memberId }));
    return shown(context, meetingId);
  }
}

@Resolver(() => AfterPartyAnswerType)
export class AfterPartyAnswersResolver {
  @ResolveField(() => MemberType)
  async member(
    @Ctx() context: RequestContext,
    @Parent() { memberId }: AfterPartyAnswerType,
  ): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, memberId)));
  }
}
