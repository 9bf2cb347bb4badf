import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MeetingId } from '@yoriai/domain/kernel';
import { canStillReopen } from '@yoriai/domain/meetings';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import { meetingById } from '../meeting/meetings.loader.js';
import { closeMeeting } from './close-meeting.js';
import { reopenMeeting } from './reopen-meeting.js';
import { correctMinutes } from './correct-minutes.js';
import { enterMeeting } from './enter-meeting.js';
import { CloseMeetingInput, CorrectMinutesInput, EnterMeetingInput } from './minutes.inputs.js';
import { correctionsOfMeeting, minutesOfMeeting } from './minutes.loader.js';
import { MinutesCorrectionType, MinutesType, toCorrectionType, toMinutesType } from './minutes.type.js';

const shown = async (context: RequestContext, id: MeetingId): Promise<MeetingType> =>
  toMeetingType(found(await context.load(meetingById, id)));

/** Closing, and what a closed meeting shows. */
@Resolver(() => MeetingType)
export class MeetingMinutesResolver {
  @Mutation(() => MeetingType, { description: 'a meeting that was run on paper; closes it' })
  @Rule('member')
  async enterMeeting(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: EnterMeetingInput,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', input.meetingId);
    const sheet = {
      meetingId,
      present: input.present.map(({ memberId, presence, late }) => ({
        memberId: idArg('Member', memberId),
        presence,
        late: late ?? false,
      })),
      decisions: input.decisions ?? [],
      commitments: (input.commitments ?? []).map(({ ownerId, statement }) => ({
        ownerId: idArg('Member', ownerId),
        statement,
      })),
    };
    await context.act((tx) => enterMeeting(tx, sheet), { key, op: 'enterMeeting', input });
    return shown(context, meetingId);
  }

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
