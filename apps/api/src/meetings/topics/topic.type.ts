import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { publicId, type Instant } from '@yoriai/domain/kernel';
import type { HotSeatPlace, HotSeatReason } from '@yoriai/domain/meetings';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import type { SeenTopic } from './topics.store.js';

export enum TopicPriority {
  A = 'A',
  B = 'B',
  C = 'C',
}

export enum HotSeatReasonKind {
  URGENT = 'URGENT',
  LONGEST = 'LONGEST',
  NEVER = 'NEVER',
  VOTES = 'VOTES',
}

registerEnumType(TopicPriority, { name: 'TopicPriority' });
registerEnumType(HotSeatReasonKind, { name: 'HotSeatReasonKind' });

@ObjectType('HotSeatReason')
@Rule('parent')
export class HotSeatReasonType {
  @Field(() => HotSeatReasonKind) kind!: HotSeatReason['kind'];
  @Field(() => Int, { nullable: true, description: 'since their last turn; null when there was none' })
  months!: number | null;
}

@ObjectType('Topic', { implements: () => NodeType })
@Rule('parent')
export class TopicType extends NodeType {
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) detail!: string | null;
  @Field(() => Int) minutes!: number;
  @Field(() => TopicPriority) priority!: `${TopicPriority}`;
  @Field(() => Int) votes!: number;
  @Field(() => Boolean) voted!: boolean;
  @Field(() => Boolean, { description: 'taken up in this meeting' }) taken!: boolean;
  @Field(() => DateTime) createdAt!: Instant;
  @Field(() => Int) version!: number;
  readonly topic!: SeenTopic;
}

export const toTopicType = (topic: SeenTopic): TopicType =>
  Object.assign(new TopicType(), {
    id: publicId('Topic', topic.id),
    title: topic.title,
    detail: topic.detail,
    minutes: topic.minutes,
    priority: topic.priority,
    votes: topic.votes,
    voted: topic.voted,
    taken: topic.taken,
    createdAt: topic.createdAt,
    version: topic.version,
    topic,
  });

export type TopicPlace = HotSeatPlace<SeenTopic>;
