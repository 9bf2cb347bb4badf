import { Args, ID, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { liveField } from '../../platform/graphql/live-field.js';
import type { Loader } from '../../platform/graphql/loader.js';
import { Rule } from '../../platform/graphql/rule.js';
import { bothChanges, Live } from '../../platform/live/live.js';
import { attendeesOf } from '../attendance/attendance.resolver.js';
import { AttendeeType } from '../attendance/attendance.type.js';
import { CheckInType, toCheckInType } from '../check-ins/check-in.type.js';
import { checkInsOfMeeting } from '../check-ins/check-ins.loader.js';
import { CommitmentType, toCommitmentType } from '../commitments/commitment.type.js';
import { commitmentsOfMeeting } from '../commitments/commitments.loader.js';
import { meetingTopic, type MeetingUpdated } from '../meeting/meeting-topic.js';
import { toMeetingType } from '../meeting/meeting.type.js';
import { meetingById } from '../meeting/meetings.loader.js';
import { DecisionType, toDecisionType } from '../minutes/decision.type.js';
import { decisionsOfMeeting } from '../minutes/minutes.loader.js';
import { toTopicType, TopicType } from '../topics/topic.type.js';
import { topicsOfMeeting } from '../topics/topics.loader.js';
import { MeetingUpdateType, toMeetingUpdateType } from './meeting-update.type.js';

@Resolver(() => MeetingUpdateType)
export class MeetingUpdateResolver {
  constructor(private readonly live: Live) {}

  @Subscription(() => MeetingUpdateType)
  @Rule('member')
  async meetingUpdates(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) meetingId: string,
  ): Promise<AsyncGenerator<Record<string, MeetingUpdateType>>> {
    const id = idArg('Meeting', meetingId);
    found(await context.load(meetingById, id));
    await context.close();
    const changes = this.live.subscribe<MeetingUpdated>(meetingTopic(context.me().tenantId, id), bothChanges);
    return liveField(context, 'meetingUpdates', changes, async (updated) => {
      const meeting = await context.load(meetingById, id);
      return meeting && toMeetingUpdateType(toMeetingType(meeting), updated);
    });
  }

  @ResolveField(() => [AttendeeType], { description: 'those whose answer or presence changed' })
  async changedAttendees(
    @Ctx() context: RequestContext,
    @Parent() { seen, updated }: MeetingUpdateType,
  ): Promise<AttendeeType[]> {
    const isChanged = isAmong(updated, updated.memberIds);
    if (!isChanged) return [];
    return (await attendeesOf(context, seen.meeting)).filter(({ memberId }) => isChanged(memberId));
  }

  @ResolveField(() => [CheckInType])
  async changedCheckIns(
    @Ctx() context: RequestContext,
    @Parent() update: MeetingUpdateType,
  ): Promise<CheckInType[]> {
    return (await changed(context, update, checkInsOfMeeting, update.updated.checkInIds)).map(toCheckInType);
  }

  @ResolveField(() => [TopicType])
  async changedTopics(
    @Ctx() context: RequestContext,
    @Parent() update: MeetingUpdateType,
  ): Promise<TopicType[]> {
    return (await changed(context, update, topicsOfMeeting, update.updated.topicIds)).map(toTopicType);
  }

  @ResolveField(() => [CommitmentType])
  async changedCommitments(
    @Ctx() context: RequestContext,
    @Parent() update: MeetingUpdateType,
  ): Promise<CommitmentType[]> {
    const commitments = await changed(context, update, commitmentsOfMeeting, update.updated.commitmentIds);
    return commitments.map(toCommitmentType);
  }

  @ResolveField(() => [DecisionType])
  async changedDecisions(
    @Ctx() context: RequestContext,
    @Parent() update: MeetingUpdateType,
  ): Promise<DecisionType[]> {
    return (await changed(context, update, decisionsOfMeeting, update.updated.decisionIds)).map(
      toDecisionType,
    );
  }
}

/** Null where none is. */
function isAmong<I>({ parts }: MeetingUpdated, ids: readonly I[]): ((id: I) => boolean) | null {
  if (parts.includes('all')) return () => true;
  return ids.length > 0 ? (id) => ids.includes(id) : null;
}

/** Of one list of the meeting what changed and this viewer sees. What is gone is missing from the list, and told no other way. */
async function changed<T extends { readonly id: unknown }>(
  context: RequestContext,
  { seen, updated }: MeetingUpdateType,
  loader: Loader<typeof seen.meeting.id, readonly T[]>,
  ids: readonly T['id'][],
): Promise<T[]> {
  const isChanged = isAmong(updated, ids);
  if (!isChanged) return [];
  return ((await context.load(loader, seen.meeting.id)) ?? []).filter(({ id }) => isChanged(id));
}
