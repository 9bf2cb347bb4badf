import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MemberId } from '@yoriai/domain/kernel';
import { hotSeatOrder, type Meeting, type TopicId } from '@yoriai/domain/meetings';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { MeetingType } from '../meeting/meeting.type.js';
import { meetingById } from '../meeting/meetings.loader.js';
import { editTopic } from './edit-topic.js';
import { proposeTopic } from './propose-topic.js';
import { releaseTopic, takeTopic } from './take-topic.js';
import { EditTopicInput, ProposeTopicInput } from './topic.inputs.js';
import { HotSeatReasonType, TopicType, toTopicType, type TopicPlace } from './topic.type.js';
import { lastTurnsBefore, topicById, topicsOfMeeting } from './topics.loader.js';
import { voteForTopic } from './vote-for-topic.js';
import { withdrawTopic } from './withdraw-topic.js';
import { FindsNode } from '../../platform/graphql/nodes.js';

const person = async (context: RequestContext, id: MemberId): Promise<MemberType> =>
  toMemberType(found(await context.load(memberById, id)));
const shownTopic = async (context: RequestContext, id: TopicId): Promise<TopicType> =>
  toTopicType(found(await context.load(topicById, id)));

/** The topics of a meeting in the order of the hot seat. */
async function placesOf(context: RequestContext, meeting: Meeting): Promise<readonly TopicPlace[]> {
  const topics = (await context.load(topicsOfMeeting, meeting.id)) ?? [];
  if (topics.length === 0) return [];
  return hotSeatOrder(topics, (await context.load(lastTurnsBefore, meeting.id)) ?? new Map(), meeting);
}

/** What topics add to a meeting. */
@Resolver(() => MeetingType)
export class MeetingTopicsResolver {
  /** In the order in which they would be taken up. */
  @ResolveField(() => [TopicType])
  async topics(@Ctx() context: RequestContext, @Parent() { meeting }: MeetingType): Promise<TopicType[]> {
    return (await placesOf(context, meeting)).map(({ topic }) => toTopicType(topic));
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
}

@Resolver(() => TopicType)
export class TopicsResolver {
  @FindsNode('Topic')
  async findTopic(context: RequestContext, id: TopicId): Promise<object | null> {
    const topic = await context.load(topicById, id);
    return topic && toTopicType(topic);
  }

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
}
