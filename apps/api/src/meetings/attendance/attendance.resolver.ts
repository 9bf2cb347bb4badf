import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MeetingId } from '@yoriai/domain/kernel';
import { isThere, type Meeting } from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import { meetingById, rsvpsOfMeeting } from '../meeting/meetings.loader.js';
import { CorrectAttendanceInput, MarkAttendanceInput } from './attendance.inputs.js';
import { attendanceCorrectionsOf, attendanceOfMeeting } from './attendance.loader.js';
import { AttendanceCorrectionType, AttendeeType, toAttendanceCorrectionType } from './attendance.type.js';
import { correctAttendance } from './correct-attendance.js';
import { markAttendance } from './mark-attendance.js';

const shown = async (context: RequestContext, id: MeetingId): Promise<MeetingType> =>
  toMeetingType(found(await context.load(meetingById, id)));

/** All members of the group, answered or not, in the order of their joining. */
export async function attendeesOf(context: RequestContext, meeting: Meeting): Promise<AttendeeType[]> {
  const group = found(await context.load(groupById, meeting.groupId));
  const rsvps = (await context.load(rsvpsOfMeeting, meeting.id)) ?? [];
  const attendances = (await context.load(attendanceOfMeeting, meeting.id)) ?? [];
  return group.memberships.map(({ memberId }) => {
    const given = rsvps.find((one) => one.memberId === memberId);
    const seen = attendances.find((attendance) => attendance.memberId === memberId);
    return {
      memberId,
      rsvp: given?.answer ?? null,
      note: given?.note ?? null,
      attended: seen?.presence ? isThere(seen) : null,
      presence: seen?.presence ?? null,
      late: seen?.late ?? false,
    };
  });
}

/** Who comes and who came. */
@Resolver(() => MeetingType)
export class AttendanceResolver {
  @ResolveField(() => [AttendeeType])
  attendees(@Ctx() context: RequestContext, @Parent() { meeting }: MeetingType): Promise<AttendeeType[]> {
    return attendeesOf(context, meeting);
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
    return ((await context.load(attendanceCorrectionsOf, meeting.id)) ?? []).map(toAttendanceCorrectionType);
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
}

@Resolver(() => AttendeeType)
export class AttendeesResolver {
  @ResolveField(() => MemberType)
  async member(@Ctx() context: RequestContext, @Parent() { memberId }: AttendeeType): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, memberId)));
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
