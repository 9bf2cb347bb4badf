import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { publicId, type Instant, type MemberId } from '@yoriai/domain/kernel';
import type { HotSeatPlace, HotSeatReason, Remark } from '@yoriai/domain/meetings';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime, PlainDateScalar, Yen } from '../../platform/graphql/scalars.js';
import type { SeenCheckIn } from './check-ins.store.js';
import type { SeenTopic } from '../topics/topics.store.js';

export enum CheckInVisibility {
  SELF = 'SELF',
  FACILITATOR = 'FACILITATOR',
  GROUP = 'GROUP',
}
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
registerEnumType(CheckInVisibility, { name: 'CheckInVisibility' });
registerEnumType(TopicPriority, { name: 'TopicPriority' });
registerEnumType(HotSeatReasonKind, { name: 'HotSeatReasonKind' });

@ObjectType('Figures')
@Rule('parent')
export class FiguresType {
  @Field(() => PlainDateScalar, { description: 'the first day of the month that they are of' })
  month!: string;
  @Field(() => Yen, { nullable: true }) salesYen!: number | null;
  @Field(() => Yen, { nullable: true }) grossProfitYen!: number | null;
  @Field(() => Int, { nullable: true }) customers!: number | null;
  @Field(() => Float, { nullable: true }) ownHours!: number | null;
}

@ObjectType('CheckIn', { implements: () => NodeType })
@Rule('parent')
export class CheckInType extends NodeType {
  @Field(() => CheckInVisibility) visibility!: `${CheckInVisibility}`;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => String, { nullable: true }) progress!: string | null;
  @Field(() => String, { nullable: true }) problem!: string | null;
  @Field(() => String, { nullable: true }) request!: string | null;
  @Field(() => Int, { nullable: true, description: '1 to 5, for those who may see it' }) mood!: number | null;
  @Field(() => FiguresType, { nullable: true, description: 'for those who may see them' })
  figures!: FiguresType | null;
  @Field(() => DateTime) createdAt!: Instant;
  @Field(() => DateTime) updatedAt!: Instant;
  @Field(() => Int) version!: number;
  readonly checkIn!: SeenCheckIn;
}
export const toCheckInType = (checkIn: SeenCheckIn): CheckInType =>
  Object.assign(new CheckInType(), {
    id: publicId('CheckIn', checkIn.id),
    visibility: checkIn.visibility,
    note: checkIn.note,
    progress: checkIn.progress,
    problem: checkIn.problem,
    request: checkIn.request,
    mood: checkIn.mood,
    figures: checkIn.figures,
    createdAt: checkIn.createdAt,
    updatedAt: checkIn.updatedAt,
    version: checkIn.version,
    checkIn,
  });

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

@ObjectType('Remark')
@Rule('parent')
export class RemarkType {
  @Field(() => ID) id!: string;
  @Field(() => String) body!: string;
  @Field(() => DateTime) createdAt!: Instant;
  readonly remark!: Remark;
}
export const toRemarkType = (remark: Remark): RemarkType =>
  Object.assign(new RemarkType(), {
    id: publicId('Remark', remark.id),
    body: remark.body,
    createdAt: remark.createdAt,
    remark,
  });

@ObjectType('RemarkConnection')
@Rule('parent')
export class RemarkConnection extends connectionOf('Remark', RemarkType) {}

@ObjectType('Readiness')
@Rule('parent')
export class ReadinessType {
  readonly unanswered!: readonly MemberId[];
  readonly written!: readonly MemberId[];
  readonly notYet!: readonly MemberId[];
}
