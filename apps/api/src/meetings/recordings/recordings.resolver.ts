import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { canSeeContent } from '@yoriai/domain/groups';
import type { MeetingId } from '@yoriai/domain/kernel';
import { allAgree, recordingGoneAt } from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { attendanceOfMeeting } from '../attendance/attendance.loader.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import { meetingById } from '../meeting/meetings.loader.js';
import { answerRecording } from './answer-recording.js';
import { linkRecording } from './link-recording.js';
import { MeetingRecordingType } from './recording.type.js';
import { recordingAnswersOf, recordingOfMeeting } from './recordings.loader.js';

const shown = async (context: RequestContext, id: MeetingId): Promise<MeetingType> =>
  toMeetingType(found(await context.load(meetingById, id)));

@Resolver(() => MeetingType)
export class RecordingsResolver {
  /** Null for viewers who are not in the group. */
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
