import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { canSeeContent } from '@yoriai/domain/groups';
import type { Instant, MeetingId } from '@yoriai/domain/kernel';
import {
  allAgree,
  canRunMeeting,
  evennessOf,
  isThere,
  recordingGoneAt,
  spokenMs,
  type Airtime,
  type Meeting,
} from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/people.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { enterMeeting } from './enter-meeting.js';
import { handOverMeeting } from './hand-over-meeting.js';
import { correctAttendance, markAttendance } from './mark-attendance.js';
import { markSpeaker } from './mark-speaker.js';
import {
  CorrectAttendanceInput,
  EnterMeetingInput,
  MarkAttendanceInput,
  MarkSpeakerInput,
  RunMeetingInput,
} from './meeting-run.inputs.js';
import {
  AirtimeType,
  AttendanceCorrectionType,
  Evenness,
  MeetingRecordingType,
  MeetingRunType,
  toAirtimeType,
  toCorrectionType,
  toRunType,
} from './meeting-run.type.js';
import {
  airtimeOfMeeting,
  attendanceCorrectionsOf,
  attendanceOfMeeting,
  handoverOfMeeting,
  recordingAnswersOf,
  recordingOfMeeting,
  runOfMeeting,
} from './meeting-runs.loader.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import { meetingById } from '../meeting/meetings.loader.js';
import { answerRecording, linkRecording } from './record-meeting.js';
import { runMeeting } from './run-meeting.js';
import { startMeeting, takeBackStart } from './start-meeting.js';

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

  /** Whoever was asked to run it beside the facilitators; for the group. */
  @ResolveField(() => MemberType, { nullable: true })
  async handedTo(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<MemberType | null> {
    const memberId = (await context.load(handoverOfMeeting, meeting.id))?.memberId;
    const member = memberId ? await context.load(memberById, memberId) : null;
    return member && toMemberType(member);
  }

  /** Null for whoever may not run it. */
  @ResolveField(() => [AirtimeType], { nullable: true })
  async airtime(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<AirtimeType[] | null> {
    return (await airtimesFor(context, meeting))?.map(toAirtimeType) ?? null;
  }

  /** How evenly talk was spread, in three steps and without names; null for whoever may not run it, and when there is too little to say. */
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

  /** Null for whoever is not in the group. */
  @ResolveField(() => MeetingRecordingType, { nullable: true })
  async recording(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<MeetingRecordingType | null> {
    const viewer = context.me();
    const group = found(await context.load(groupById, meeting.groupId));
    if (!canSeeContent(viewer, group).ok) return null;
    const answers = (await context.load(recordingAnswersOf, meeting.id)) ?? [];
    const agreed = allAgree((await context.load(attendanceOfMeeting, meeting.id)) ?? [], answers);
    const recording = agreed ? await context.load(recordingOfMeeting, meeting.id) : null;
    return {
      agreed,
      viewerAgrees: answers.find(({ memberId }) => memberId === viewer.memberId)?.agrees ?? null,
      url: recording?.url ?? null,
      goneAt: recording?.url ? recordingGoneAt(recording.setAt) : null,
    };
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
  async correctAttendance(
    @Ctx() context: RequestContext,
    @Args('input') input: CorrectAttendanceInput,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', input.meetingId);
    const memberId = idArg('Member', input.memberId);
    const { presence, late = false } = input;
    await context.act((tx) => correctAttendance(tx, { meetingId, memberId, presence, late: late ?? false }));
    return shown(context, meetingId);
  }

  /** What was corrected after it was closed, in the order of time; nothing for those who do not see how it went. */
  @ResolveField(() => [AttendanceCorrectionType])
  async attendanceCorrections(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<readonly AttendanceCorrectionType[]> {
    return ((await context.load(attendanceCorrectionsOf, meeting.id)) ?? []).map(toCorrectionType);
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

  @Mutation(() => MeetingType)
  @Rule('member')
  async markAttendance(
    @Ctx() context: RequestContext,
    @Args('input') input: MarkAttendanceInput,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', input.meetingId);
    const memberId = optionalIdArg('Member', input.memberId);
    const { presence = null, late } = input;
    await context.act((tx) => markAttendance(tx, { meetingId, memberId, presence, late }));
    return shown(context, meetingId);
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
  async answerRecording(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
    @Args('agrees', { type: () => Boolean }) agrees: boolean,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    await context.act((tx) => answerRecording(tx, { meetingId, agrees }));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async linkRecording(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
    @Args('url', { type: () => String, nullable: true }) url: string | null,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    await context.act((tx) => linkRecording(tx, { meetingId, url: url ?? null }));
    return shown(context, meetingId);
  }
}

/** What has been spoken, for whoever runs the meeting. */
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
export class MeetingRunPeopleResolver {
  @ResolveField(() => MemberType)
  async startedBy(
    @Ctx() context: RequestContext,
    @Parent() { startedById }: MeetingRunType,
  ): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, startedById)));
  }
}

@Resolver(() => AttendanceCorrectionType)
export class AttendanceCorrectionResolver {
  @ResolveField(() => MemberType)
  async member(
    @Ctx() context: RequestContext,
    @Parent() { memberId }: AttendanceCorrectionType,
  ): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, memberId)));
  }

  @ResolveField(() => MemberType)
  async by(
    @Ctx() context: RequestContext,
    @Parent() { correctedBy }: AttendanceCorrectionType,
  ): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, correctedBy)));
  }
}
