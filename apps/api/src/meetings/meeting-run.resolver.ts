import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Instant, MeetingId } from '@yoriai/domain/kernel';
import { MemberType, toMemberType } from '../people/member.type.js';
import { memberById } from '../people/people.loader.js';
import { found } from '../platform/errors/must.js';
import { Ctx, type RequestContext } from '../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../platform/graphql/ids.js';
import { Rule } from '../platform/graphql/rule.js';
import { DateTime } from '../platform/graphql/scalars.js';
import { MeetingRunType, RunMeetingInput, toRunType } from './meeting-run.type.js';
import { runOfMeeting } from './meeting-runs.loader.js';
import { MeetingType, toMeetingType } from './meeting.type.js';
import { meetingById } from './meetings.loader.js';
import { runMeeting } from './run-meeting.js';
import { startMeeting } from './start-meeting.js';

const shown = async (context: RequestContext, id: MeetingId): Promise<MeetingType> =>
  toMeetingType(found(await context.load(meetingById, id)));

/** What running it adds to a meeting. */
@Resolver(() => MeetingType)
export class MeetingRunResolver {
  /** What the clock of the server shows, so that screens can count by it. */
  @Query(() => DateTime)
  @Rule('member')
  async now(@Ctx() context: RequestContext): Promise<Instant> {
    return (await context.read()).now;
  }

  /** Null until it is started, and for whoever is not in the group. */
  @ResolveField(() => MeetingRunType, { nullable: true })
  async run(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<MeetingRunType | null> {
    const run = await context.load(runOfMeeting, meeting.id);
    return run && toRunType(run);
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
  async runMeeting(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: RunMeetingInput,
  ): Promise<MeetingType> {
    const command = {
      ...input,
      meetingId: idArg('Meeting', input.meetingId),
      stepId: optionalIdArg('AgendaStep', input.stepId),
    };
    await context.act((tx) => runMeeting(tx, command), { key, op: 'runMeeting' });
    return shown(context, command.meetingId);
  }
}

@Resolver(() => MeetingRunType)
export class MeetingRunPeopleResolver {
  @ResolveField(() => MemberType)
  async startedBy(
    @Ctx() context: RequestContext,
    @Parent() { startedById }: MeetingRunType,
  ): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, startedById)));
  }
}
