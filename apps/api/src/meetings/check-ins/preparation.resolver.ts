import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Instant, MemberId } from '@yoriai/domain/kernel';
import {
  canLead,
  hotSeatOrder,
  preparationClosesAt,
  whomToNudge,
  type Meeting,
  type Remark,
  type TopicId,
} from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/people.loader.js';
import { found } from '../../platform/errors/must.js';
import { connection, page, PageArgs, type Connection } from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import type { SeenCheckIn } from './check-ins.store.js';
import { makeRemark, withdrawRemark } from './make-remark.js';
import { MeetingType } from '../meeting/meeting.type.js';
import { meetingById, rsvpsOfMeeting } from '../meeting/meetings.loader.js';
import {
  EditTopicInput,
  MakeRemarkInput,
  ProposeTopicInput,
  SubmitCheckInInput,
} from './preparation.inputs.js';
import {
  checkInById,
  checkInsOfMeeting,
  lastTurnsBefore,
  remarkById,
  remarksOfCheckIn,
  remarksOfTopic,
  topicById,
  topicsOfMeeting,
} from './preparation.loader.js';
import {
  CheckInType,
  CheckInVisibility,
  HotSeatReasonType,
  ReadinessType,
  RemarkConnection,
  RemarkType,
  toCheckInType,
  TopicType,
  toRemarkType,
  toTopicType,
  type TopicPlace,
} from './preparation.type.js';
import { editTopic, proposeTopic, voteForTopic, withdrawTopic } from '../topics/propose-topic.js';
import { submitCheckIn, withdrawCheckIn } from './submit-check-in.js';
import { releaseTopic, takeTopic } from '../topics/take-topic.js';

const person = async (context: RequestContext, id: MemberId): Promise<MemberType> =>
  toMemberType(found(await context.load(memberById, id)));
const shownTopic = async (context: RequestContext, id: TopicId): Promise<TopicType> =>
  toTopicType(found(await context.load(topicById, id)));
const keyOf = ({ createdAt, id }: Remark): string[] => [createdAt.toISOString(), id];

/** The topics of a meeting in the order of the hot seat. */
async function placesOf(context: RequestContext, meeting: Meeting): Promise<readonly TopicPlace[]> {
  const topics = (await context.load(topicsOfMeeting, meeting.id)) ?? [];
  if (topics.length === 0) return [];
  return hotSeatOrder(topics, (await context.load(lastTurnsBefore, meeting.id)) ?? new Map(), meeting);
}

/** What preparing adds to a meeting. */
@Resolver(() => MeetingType)
export class MeetingPreparationResolver {
  /** As far as this viewer may read them, in the order in which they were written. */
  @ResolveField(() => [CheckInType])
  async checkIns(@Ctx() context: RequestContext, @Parent() { meeting }: MeetingType): Promise<CheckInType[]> {
    return ((await context.load(checkInsOfMeeting, meeting.id)) ?? []).map(toCheckInType);
  }

  @ResolveField(() => CheckInType, { nullable: true })
  async viewerCheckIn(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<CheckInType | null> {
    const all = (await context.load(checkInsOfMeeting, meeting.id)) ?? [];
    const mine = all.find(({ memberId }) => memberId === context.me().memberId);
    return mine ? toCheckInType(mine) : null;
  }

  /** In the order in which they would be taken up. */
  @ResolveField(() => [TopicType])
  async topics(@Ctx() context: RequestContext, @Parent() { meeting }: MeetingType): Promise<TopicType[]> {
    return (await placesOf(context, meeting)).map(({ topic }) => toTopicType(topic));
  }

  /** Until then notes, topics and answers can be written. */
  @ResolveField(() => DateTime)
  preparationClosesAt(@Parent() { meeting }: MeetingType): Instant {
    return preparationClosesAt(meeting);
  }

  /** Who is ready, for those who lead; null for everybody else. */
  @ResolveField(() => ReadinessType, { nullable: true })
  async readiness(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<ReadinessType | null> {
    const group = found(await context.load(groupById, meeting.groupId));
    if (!canLead(context.me(), group).ok) return null;
    const rsvps = (await context.load(rsvpsOfMeeting, meeting.id)) ?? [];
    const checkIns = (await context.load(checkInsOfMeeting, meeting.id)) ?? [];
    const written = new Set(checkIns.map(({ memberId }) => memberId));
    // Nobody waits for somebody on leave.
    const expected = async (ids: readonly MemberId[]): Promise<readonly MemberId[]> => {
      const members = await Promise.all(ids.map((id) => context.load(memberById, id)));
      return ids.filter((_, i) => members[i]?.status === 'ACTIVE');
    };
    return {
      unanswered: await expected(whomToNudge('rsvp', group, rsvps, written)),
      written: group.memberships.map(({ memberId }) => memberId).filter((id) => written.has(id)),
      notYet: await expected(whomToNudge('check-in', group, rsvps, written)),
    };
  }

  @Mutation(() => CheckInType)
  @Rule('member')
  async submitCheckIn(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: SubmitCheckInInput,
  ): Promise<CheckInType> {
    const draft = { ...input, meetingId: idArg('Meeting', input.meetingId) };
    const id = await context.act((tx) => submitCheckIn(tx, draft), { key, op: 'submitCheckIn', input });
    return toCheckInType(found(await context.load(checkInById, id)));
  }

  @Mutation(() => Boolean, { description: 'with the answers to it' })
  @Rule('member')
  async withdrawCheckIn(
    @Ctx() context: RequestContext,
    @Args('checkInId', { type: () => ID }) checkInId: string,
  ): Promise<boolean> {
    const id = idArg('CheckIn', checkInId);
    await context.act((tx) => withdrawCheckIn(tx, id));
    return true;
  }

  @Mutation(() => TopicType)
  @Rule('member')
  async proposeTopic(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: ProposeTopicInput,
  ): Promise<TopicType> {
    const draft = { ...input, meetingId: idArg('Meeting', input.meetingId) };
    const id = await context.act((tx) => proposeTopic(tx, draft), { key, op: 'proposeTopic', input });
    return shownTopic(context, id);
  }

  @Mutation(() => TopicType)
  @Rule('member')
  async editTopic(
    @Ctx() context: RequestContext,
    @Args('input') { topicId, ...changes }: EditTopicInput,
  ): Promise<TopicType> {
    const id = idArg('Topic', topicId);
    await context.act((tx) => editTopic(tx, id, changes));
    return shownTopic(context, id);
  }

  @Mutation(() => Boolean, { description: 'with votes and answers' })
  @Rule('member')
  async withdrawTopic(
    @Ctx() context: RequestContext,
    @Args('topicId', { type: () => ID }) topicId: string,
  ): Promise<boolean> {
    const id = idArg('Topic', topicId);
    await context.act((tx) => withdrawTopic(tx, id));
    return true;
  }

  @Mutation(() => TopicType)
  @Rule('member')
  async voteForTopic(
    @Ctx() context: RequestContext,
    @Args('topicId', { type: () => ID }) topicId: string,
    @Args('vote', { type: () => Boolean, defaultValue: true, description: 'false takes it back' })
    vote: boolean,
  ): Promise<TopicType> {
    const id = idArg('Topic', topicId);
    await context.act((tx) => voteForTopic(tx, id, vote));
    return shownTopic(context, id);
  }

  @Mutation(() => TopicType, { description: 'its owner has their turn in this meeting' })
  @Rule('member')
  async takeTopic(
    @Ctx() context: RequestContext,
    @Args('topicId', { type: () => ID }) topicId: string,
  ): Promise<TopicType> {
    const id = idArg('Topic', topicId);
    await context.act((tx) => takeTopic(tx, id));
    return shownTopic(context, id);
  }

  @Mutation(() => TopicType)
  @Rule('member')
  async releaseTopic(
    @Ctx() context: RequestContext,
    @Args('topicId', { type: () => ID }) topicId: string,
  ): Promise<TopicType> {
    const id = idArg('Topic', topicId);
    await context.act((tx) => releaseTopic(tx, id));
    return shownTopic(context, id);
  }

  @Mutation(() => RemarkType)
  @Rule('member')
  async makeRemark(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: MakeRemarkInput,
  ): Promise<RemarkType> {
    const draft = {
      checkInId: optionalIdArg('CheckIn', input.checkInId),
      topicId: optionalIdArg('Topic', input.topicId),
      body: input.body,
    };
    const id = await context.act((tx) => makeRemark(tx, draft), { key, op: 'makeRemark', input });
    return toRemarkType(found(await context.load(remarkById, id)));
  }

  @Mutation(() => Boolean)
  @Rule('member')
  async withdrawRemark(
    @Ctx() context: RequestContext,
    @Args('remarkId', { type: () => ID }) remarkId: string,
  ): Promise<boolean> {
    const id = idArg('Remark', remarkId);
    await context.act((tx) => withdrawRemark(tx, id));
    return true;
  }
}

/** Only the writer is told who else reads a part. */
const toWriter = <T>(context: RequestContext, checkIn: SeenCheckIn, told: T): T | null =>
  checkIn.memberId === context.me().memberId ? told : null;

@Resolver(() => CheckInType)
export class CheckInsResolver {
  @ResolveField(() => MemberType)
  member(@Ctx() context: RequestContext, @Parent() { checkIn }: CheckInType): Promise<MemberType> {
    return person(context, checkIn.memberId);
  }

  @ResolveField(() => Boolean)
  mine(@Ctx() context: RequestContext, @Parent() { checkIn }: CheckInType): boolean {
    return checkIn.memberId === context.me().memberId;
  }

  @ResolveField(() => CheckInVisibility, { nullable: true, description: 'for its writer alone' })
  moodVisibility(
    @Ctx() context: RequestContext,
    @Parent() { checkIn }: CheckInType,
  ): `${CheckInVisibility}` | null {
    return toWriter(context, checkIn, checkIn.moodVisibility);
  }

  @ResolveField(() => CheckInVisibility, { nullable: true, description: 'for its writer alone' })
  figuresVisibility(
    @Ctx() context: RequestContext,
    @Parent() { checkIn }: CheckInType,
  ): `${CheckInVisibility}` | null {
    return toWriter(context, checkIn, checkIn.figuresVisibility);
  }

  @ResolveField(() => RemarkConnection)
  async remarks(
    @Ctx() context: RequestContext,
    @Parent() { checkIn }: CheckInType,
    @Args() args: PageArgs,
  ): Promise<Connection<RemarkType>> {
    const asked = page(args);
    const remarks = (await context.load(remarksOfCheckIn(asked), checkIn.id)) ?? [];
    return connection(remarks, asked, toRemarkType, keyOf);
  }
}

@Resolver(() => TopicType)
export class TopicsResolver {
  @ResolveField(() => MemberType)
  member(@Ctx() context: RequestContext, @Parent() { topic }: TopicType): Promise<MemberType> {
    return person(context, topic.memberId);
  }

  @ResolveField(() => Boolean)
  mine(@Ctx() context: RequestContext, @Parent() { topic }: TopicType): boolean {
    return topic.memberId === context.me().memberId;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'where it stands among the topics of its meeting, from 1; null after leaving the group',
  })
  async place(@Ctx() context: RequestContext, @Parent() { topic }: TopicType): Promise<number | null> {
    const meeting = await context.load(meetingById, topic.meetingId);
    if (!meeting) return null;
    return (await placesOf(context, meeting)).findIndex((place) => place.topic.id === topic.id) + 1;
  }

  @ResolveField(() => HotSeatReasonType, { nullable: true, description: 'why it stands there' })
  async reason(
    @Ctx() context: RequestContext,
    @Parent() { topic }: TopicType,
  ): Promise<HotSeatReasonType | null> {
    const meeting = await context.load(meetingById, topic.meetingId);
    const places = meeting ? await placesOf(context, meeting) : [];
    return places.find((place) => place.topic.id === topic.id)?.reason ?? null;
  }

  @ResolveField(() => RemarkConnection)
  async remarks(
    @Ctx() context: RequestContext,
    @Parent() { topic }: TopicType,
    @Args() args: PageArgs,
  ): Promise<Connection<RemarkType>> {
    const asked = page(args);
    const remarks = (await context.load(remarksOfTopic(asked), topic.id)) ?? [];
    return connection(remarks, asked, toRemarkType, keyOf);
  }
}

@Resolver(() => RemarkType)
export class RemarksResolver {
  @ResolveField(() => MemberType)
  member(@Ctx() context: RequestContext, @Parent() { remark }: RemarkType): Promise<MemberType> {
    return person(context, remark.memberId);
  }

  @ResolveField(() => Boolean)
  mine(@Ctx() context: RequestContext, @Parent() { remark }: RemarkType): boolean {
    return remark.memberId === context.me().memberId;
  }
}

@Resolver(() => ReadinessType)
export class ReadinessResolver {
  @ResolveField(() => [MemberType], { description: 'have not said whether they come' })
  unanswered(@Ctx() context: RequestContext, @Parent() parent: ReadinessType): Promise<MemberType[]> {
    return people(context, parent.unanswered);
  }

  @ResolveField(() => [MemberType], { description: 'have written a note that reaches the facilitator' })
  written(@Ctx() context: RequestContext, @Parent() parent: ReadinessType): Promise<MemberType[]> {
    return people(context, parent.written);
  }

  @ResolveField(() => [MemberType], { description: 'are expected and have written none' })
  notYet(@Ctx() context: RequestContext, @Parent() parent: ReadinessType): Promise<MemberType[]> {
    return people(context, parent.notYet);
  }
}
const people = (context: RequestContext, ids: readonly MemberId[]): Promise<MemberType[]> =>
  Promise.all(ids.map((id) => person(context, id)));

export const preparationResolvers = [
  MeetingPreparationResolver,
  CheckInsResolver,
  TopicsResolver,
  RemarksResolver,
  ReadinessResolver,
];
