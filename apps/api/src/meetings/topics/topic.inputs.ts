import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { TopicPriority } from './topic.type.js';

@InputType()
export class ProposeTopicInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) detail?: string | null;
  @Field(() => Int, { nullable: true, defaultValue: 20 }) minutes?: number | null;
  @Field(() => TopicPriority, { nullable: true, defaultValue: 'B' }) priority?: `${TopicPriority}` | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class EditTopicInput {
  @Field(() => ID) topicId!: string;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true, description: 'null takes it away' }) detail?: string | null;
  @Field(() => Int, { nullable: true }) minutes?: number | null;
  @Field(() => TopicPriority, { nullable: true }) priority?: `${TopicPriority}` | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}
