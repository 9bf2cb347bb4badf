import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Instant, MeetingId } from '@yoriai/domain/kernel';
import {
  canRunMeeting,
  evennessOf,
  isThere,
  spokenMs,
  type Airtime,
  type Meeting,
} from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { attendanceOfMeeting } from '../attendance/attendance.loader.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import { handoverOfMeeting, meetingById } from '../meeting/meetings.loader.js';
import { MarkSpeakerInput, RunMeetingInput } from './console.inputs.js';
import { AirtimeType, Evenness, MeetingRunType, toAirtimeType, toRunType } from './console.type.js';
import { markSpeaker } from './mark-speaker.js';
import { runMeeting } from './run-meeting.js';
import { airtimeOfMeeting, runOfMeeting } from './runs.loader.js';
import { startMeeting } from './start-meeting.js';
import { takeBackStart } from './take-back-start.js';

const shown = async (context: RequestContext, id: MeetingId): Promise<MeetingType> =>
  toMeetingType(found(await context.load(meetingById, id)));

/** What running it adds to a meeting. */
@Resolver(() => MeetingType)
export class ConsoleResolver {
  /** What the clock of the server shows, so that screens can count by it. */
  @Query(() => DateTime)
  @Rule('member')
  async now(@Ctx() context: RequestContext): Promise<Instant> {
    return (await context.read()).now;
  }

  /** Null until it is started, and for viewers who are not in the group. */
  @ResolveField(() => MeetingRunType, { nullable: true })
  async run(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<MeetingRunType | null> {
    const run = await context.load(runOfMeeting, meeting.id);
    return run && toRunType(run);
  }

  /** Null for viewers who may not run it. */
  @ResolveField(() => [AirtimeType], { nullable: true })
  async airtime(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<AirtimeType[] | null> {
    return (await airtimesFor(context, meeting))?.map(toAirtimeType) ?? null;
  }

  /** How evenly talk was spread, in three steps and without names; null for viewers who may not run it, and when there is too little to say. */
  @ResolveField(() => Evenness, { nullable: true })
  async evenness(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<`${Evenness}` | null> {
    const airtimes = await airtimesFor(context, meeting);
    if (!airtimes || airtimes.length === 0) return null;
    const { now } = await context.read();
    const attendances = (await context.load(attendanceOfMeeting, meeting.id)) ?? [];
    const people = new Set([...attendances.filter(isThere), ...airtimes].map(({ memberId }) => memberId));
    return evennessOf([...people].map((memberId) => spokenMs(airtimes, memberId, now)));
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async startMeeting(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    await context.act((tx) => startMeeting(tx, { meetingId }));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async takeBackStart(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    await context.act((tx) => takeBackStart(tx, { meetingId }));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async runMeeting(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: RunMeetingInput,
  ): Promise<MeetingType> {
    const command = {
      ...input,
      meetingId: idArg('Meeting', input.meetingId),
      stepId: optionalIdArg('AgendaStep', input.stepId),
    };
    await context.act((tx) => runMeeting(tx, command), { key, op: 'runMeeting', input });
    return shown(context, command.meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async markSpeaker(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: MarkSpeakerInput,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', input.meetingId);
    const memberId = optionalIdArg('Member', input.memberId);
    await context.act((tx) => markSpeaker(tx, { meetingId, memberId, at: input.at }), {
      key,
      op: 'markSpeaker',
      input,
    });
    return shown(context, meetingId);
  }
}

/** What has been spoken, for those who run the meeting. */
async function airtimesFor(context: RequestContext, meeting: Meeting): Promise<readonly Airtime[] | null> {
  const group = found(await context.load(groupById, meeting.groupId));
  const handover = await context.load(handoverOfMeeting, meeting.id);
  if (!canRunMeeting(context.me(), group, handover?.memberId ?? null).ok) return null;
  return (await context.load(airtimeOfMeeting, meeting.id)) ?? [];
}

@Resolver(() => AirtimeType)
export class AirtimeResolver {
  @ResolveField(() => MemberType)
  async member(@Ctx() context: RequestContext, @Parent() { memberId }: AirtimeType): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, memberId)));
  }
}

@Resolver(() => MeetingRunType)
export class RunStarterResolver {
  @ResolveField(() => MemberType)
  async startedBy(
    @Ctx() context: RequestContext,
    @Parent() { startedById }: MeetingRunType,
  ): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, startedById)));
  }
}
