import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { publicId, type Instant } from '@yoriai/domain/kernel';
import { isTimeToLookBack, type LookBack, type Meeting } from '@yoriai/domain/meetings';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import { meetingById, nextMeetingOfGroup } from '../meeting/meetings.loader.js';
import { bringTopicBack } from './bring-topic-back.js';
import { LookBackType } from './look-back.type.js';
import { TopicType, toTopicType } from './topic.type.js';
import { lookBacksOfMeeting, topicById } from './topics.loader.js';

/** 一年後の今日 */
@Resolver(() => MeetingType)
export class LookBacksResolver {
  /** From a year after on, the viewer's own; others do not learn that there are any. */
  @ResolveField(() => [LookBackType])
  async lookBacks(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<LookBackType[]> {
    if (!isTimeToLookBack(meeting, (await context.read()).now)) return [];
    const lookBacks = (await context.load(lookBacksOfMeeting, meeting.id)) ?? [];
    return lookBacks.map((lookBack) => ({ lookBack }));
  }

  @Mutation(() => MeetingType, { description: 'puts it on the next meeting; answers with the one of then' })
  @Rule('member')
  async bringTopicBack(
    @Ctx() context: RequestContext,
    @Args('topicId', { type: () => ID }) id: string,
  ): Promise<MeetingType> {
    const topicId = idArg('Topic', id);
    const meetingId = await context.act((tx) => bringTopicBack(tx, topicId));
    return toMeetingType(found(await context.load(meetingById, meetingId)));
  }
}

@Resolver(() => LookBackType)
export class LookBackTopicsResolver {
  @ResolveField(() => TopicType)
  async topic(@Ctx() context: RequestContext, @Parent() { lookBack }: LookBackType): Promise<TopicType> {
    return toTopicType(found(await context.load(topicById, lookBack.topicId)));
  }

  /** What it was brought back as. */
  @ResolveField(() => TopicType, { nullable: true })
  async again(
    @Ctx() context: RequestContext,
    @Parent() { lookBack: { again } }: LookBackType,
  ): Promise<TopicType | null> {
    const topic = again && (await context.load(topicById, again.topicId));
    return topic && toTopicType(topic);
  }

  /** The meeting to which the topic is or can be brought back; null where none is planned. */
  @ResolveField(() => ID, { nullable: true })
  async nextId(@Ctx() context: RequestContext, @Parent() { lookBack }: LookBackType): Promise<string | null> {
    const next = await nextOf(context, lookBack);
    return next && publicId('Meeting', next.id);
  }

  @ResolveField(() => DateTime, { nullable: true })
  async nextStartsAt(
    @Ctx() context: RequestContext,
    @Parent() { lookBack }: LookBackType,
  ): Promise<Instant | null> {
    return (await nextOf(context, lookBack))?.startsAt ?? null;
  }
}

async function nextOf(context: RequestContext, { again, meetingId }: LookBack): Promise<Meeting | null> {
  if (again) return context.load(meetingById, again.meetingId);
  const then = found(await context.load(meetingById, meetingId));
  return context.load(nextMeetingOfGroup, then.groupId);
}
