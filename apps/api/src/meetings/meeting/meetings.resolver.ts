import {
  Args,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { Inject } from '@nestjs/common';
import type { MeetingId } from '@yoriai/domain/kernel';
import {
  canCorrectAttendance,
  canMakeCommitment,
  canRsvp,
  meetingAbilities,
  takesAttendance,
  takesCommitments,
} from '@yoriai/domain/meetings';
import { GroupType, toGroupType } from '../../groups/group/group.type.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { found } from '../../platform/errors/must.js';
import { connection, page, PageArgs, type Connection } from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { liveField } from '../../platform/graphql/live-field.js';
import { Rule } from '../../platform/graphql/rule.js';
import { Live } from '../../platform/live/live.js';
import { cancelMeeting } from './cancel-meeting.js';
import { editMeeting } from './edit-meeting.js';
import {
  EditMeetingInput,
  MeetingsArgs,
  RescheduleMeetingInput,
  ScheduleMeetingsInput,
  EditAgendaInput,
} from './meeting.inputs.js';
import {
  MeetingAbilitiesType,
  MeetingConnection,
  MeetingSeriesType,
  MeetingType,
  Rsvp,
  RsvpNote,
  toMeetingType,
  toSeriesType,
} from './meeting.type.js';
import {
  meetingById,
  nextMeetingOfGroup,
  viewerRsvpToMeeting,
  seriesById,
  handoverOfMeeting,
} from './meetings.loader.js';
import { meetingsStore, type MeetingFilter } from './meetings.store.js';
import { meetingTopic } from './meeting-topic.js';
import { rescheduleMeeting } from './reschedule-meeting.js';
import { rsvpToMeeting } from './rsvp-to-meeting.js';
import { scheduleMeetings } from './schedule-meetings.js';
import { AgendaStepType, toAgendaStepType, draftOf } from '../agendas/agenda.type.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { handOverMeeting } from './hand-over-meeting.js';
import { editAgenda } from './edit-agenda.js';
import type { MeetingSeriesId } from '@yoriai/domain/meetings';
import { FindsNode } from '../../platform/graphql/nodes.js';

/** The meeting as this viewer now sees it. */
const shown = async (context: RequestContext, id: MeetingId): Promise<MeetingType> =>
  toMeetingType(found(await context.load(meetingById, id)));

/** One page of meetings in the order of time. */
async function listed(
  context: RequestContext,
  filter: MeetingFilter,
  args: PageArgs,
): Promise<Connection<MeetingType>> {
  const asked = page(args);
  const meetings = await meetingsStore.page(await context.read(), filter, asked);
  return connection(meetings, asked, toMeetingType, ({ startsAt, id }) => [startsAt.toISOString(), id]);
}

@Resolver(() => MeetingType)
export class MeetingsResolver {
  constructor(@Inject(Live) private readonly live: Live) {}

  @FindsNode('Meeting')
  async findMeeting(context: RequestContext, id: MeetingId): Promise<object | null> {
    const meeting = await context.load(meetingById, id);
    return meeting && toMeetingType(meeting);
  }

  @Query(() => MeetingConnection)
  @Rule('member')
  async meetings(
    @Ctx() context: RequestContext,
    @Args() args: MeetingsArgs,
  ): Promise<Connection<MeetingType>> {
    const groupId = optionalIdArg('Group', args.groupId);
    if (groupId) found(await context.load(groupById, groupId));
    return listed(context, { groupId, from: args.from, to: args.to }, args);
  }

  @ResolveField(() => GroupType)
  async group(@Ctx() context: RequestContext, @Parent() { meeting }: MeetingType): Promise<GroupType> {
    return toGroupType(found(await context.load(groupById, meeting.groupId)));
  }

  /** Null for a meeting without a series. */
  @ResolveField(() => MeetingSeriesType, { nullable: true })
  async series(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<MeetingSeriesType | null> {
    const series = found(await context.load(seriesById, meeting.seriesId));
    return series.rule === null ? null : toSeriesType(series);
  }

  @ResolveField(() => [AgendaStepType])
  agenda(@Ctx() context: RequestContext, @Parent() { meeting }: MeetingType): AgendaStepType[] {
    return meeting.agenda.map((step) => toAgendaStepType(step, context.me().locale));
  }

  @ResolveField(() => Rsvp, { nullable: true })
  async viewerRsvp(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<`${Rsvp}` | null> {
    return (await context.load(viewerRsvpToMeeting, meeting.id))?.answer ?? null;
  }

  @ResolveField(() => RsvpNote, { nullable: true })
  async viewerRsvpNote(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<`${RsvpNote}` | null> {
    return (await context.load(viewerRsvpToMeeting, meeting.id))?.note ?? null;
  }

  @ResolveField(() => MeetingAbilitiesType)
  async viewerCan(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<MeetingAbilitiesType> {
    const group = found(await context.load(groupById, meeting.groupId));
    const handover = await context.load(handoverOfMeeting, meeting.id);
    const { now } = await context.read();
    return {
      ...meetingAbilities(context.me(), group, meeting, now, handover?.memberId ?? null),
      correctAttendance: meeting.status === 'CLOSED' && canCorrectAttendance(context.me(), group).ok,
      attend: takesAttendance(meeting, now).ok && canRsvp(context.me(), group).ok,
      commit:
        takesCommitments(meeting, now) && canMakeCommitment(context.me(), group, context.me().memberId).ok,
    };
  }

  @Mutation(() => MeetingSeriesType)
  @Rule('member')
  async scheduleMeetings(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: ScheduleMeetingsInput,
  ): Promise<MeetingSeriesType> {
    const plan = { ...input, rule: input.rule || null, groupId: idArg('Group', input.groupId) };
    const id = await context.act((tx) => scheduleMeetings(tx, plan), { key, op: 'scheduleMeetings', input });
    return toSeriesType(found(await context.load(seriesById, id)));
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async editMeeting(
    @Ctx() context: RequestContext,
    @Args('input') input: EditMeetingInput,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', input.meetingId);
    await context.act((tx) => editMeeting(tx, { ...input, meetingId }));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async rescheduleMeeting(
    @Ctx() context: RequestContext,
    @Args('input') input: RescheduleMeetingInput,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', input.meetingId);
    await context.act((tx) => rescheduleMeeting(tx, { ...input, meetingId }));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async cancelMeeting(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
    @Args('andFollowing', { type: () => Boolean, nullable: true }) andFollowing: boolean | null,
    @Args('expectedVersion', { type: () => Int, nullable: true }) expectedVersion: number | null,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    await context.act((tx) => cancelMeeting(tx, { meetingId, reason, andFollowing, expectedVersion }));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async rsvpToMeeting(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
    @Args('rsvp', { type: () => Rsvp }) rsvp: Rsvp,
    @Args('note', { type: () => RsvpNote, nullable: true }) note: RsvpNote | null,
    @Args('memberId', { type: () => ID, nullable: true }) forMember: string | null,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    const memberId = optionalIdArg('Member', forMember);
    await context.act((tx) => rsvpToMeeting(tx, { meetingId, rsvp, note, memberId }));
    return shown(context, meetingId);
  }

  /** The member who was asked to run it beside the facilitators; for the group. */
  @ResolveField(() => MemberType, { nullable: true })
  async handedTo(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<MemberType | null> {
    const memberId = (await context.load(handoverOfMeeting, meeting.id))?.memberId;
    const member = memberId ? await context.load(memberById, memberId) : null;
    return member && toMemberType(member);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async handOverMeeting(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
    @Args('memberId', { type: () => ID, nullable: true }) to: string | null,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    const memberId = optionalIdArg('Member', to);
    await context.act((tx) => handOverMeeting(tx, { meetingId, memberId }));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async editAgenda(
    @Ctx() context: RequestContext,
    @Args('input') input: EditAgendaInput,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', input.meetingId);
    const steps = input.steps.map((step) => ({ ...draftOf(step), id: optionalIdArg('AgendaStep', step.id) }));
    await context.act((tx) =>
      editAgenda(tx, { meetingId, steps, expectedVersion: input.expectedVersion ?? null }),
    );
    return toMeetingType(found(await context.load(meetingById, meetingId)));
  }

  @Subscription(() => MeetingType)
  @Rule('member')
  async meetingChanged(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
  ): Promise<AsyncIterator<Record<string, MeetingType>>> {
    const meetingId = idArg('Meeting', id);
    found(await context.load(meetingById, meetingId));
    await context.close();
    // This subscription reads the whole meeting at each change.
    const source = this.live.subscribe(
      meetingTopic(context.me().tenantId, meetingId),
      (_waiting, next) => next,
    );
    return liveField(context, 'meetingChanged', source, async () => {
      const meeting = await context.load(meetingById, meetingId);
      return meeting && toMeetingType(meeting);
    });
  }
}

@Resolver(() => MeetingSeriesType)
export class MeetingSeriesResolver {
  @FindsNode('MeetingSeries')
  async findMeetingSeries(context: RequestContext, id: MeetingSeriesId): Promise<object | null> {
    const series = await context.load(seriesById, id);
    return series && toSeriesType(series);
  }

  @ResolveField(() => GroupType)
  async group(@Ctx() context: RequestContext, @Parent() { series }: MeetingSeriesType): Promise<GroupType> {
    return toGroupType(found(await context.load(groupById, series.groupId)));
  }

  @ResolveField(() => MeetingConnection)
  meetings(
    @Ctx() context: RequestContext,
    @Parent() { series }: MeetingSeriesType,
    @Args() args: PageArgs,
  ): Promise<Connection<MeetingType>> {
    return listed(context, { seriesId: series.id }, args);
  }
}

/** What meetings add to a group. */
@Resolver(() => GroupType)
export class GroupMeetingsResolver {
  @ResolveField(() => MeetingConnection)
  meetings(
    @Ctx() context: RequestContext,
    @Parent() { group }: GroupType,
    @Args() args: PageArgs,
  ): Promise<Connection<MeetingType>> {
    return listed(context, { groupId: group.id }, args);
  }

  @ResolveField(() => MeetingType, { nullable: true })
  async nextMeeting(
    @Ctx() context: RequestContext,
    @Parent() { group }: GroupType,
  ): Promise<MeetingType | null> {
    const meeting = await context.load(nextMeetingOfGroup, group.id);
    return meeting && toMeetingType(meeting);
  }
}
