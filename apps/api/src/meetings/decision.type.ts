import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { publicId, type Instant, type MeetingId } from '@yoriai/domain/kernel';
import type { Decision } from '@yoriai/domain/meetings';
import { Rule } from '../platform/graphql/rule.js';
import { DateTime } from '../platform/graphql/scalars.js';

@ObjectType('Decision')
@Rule('parent')
export class DecisionType {
  @Field(() => ID) id!: string;
  @Field(() => String) text!: string;
  @Field(() => DateTime) recordedAt!: Instant;
  readonly meetingId!: MeetingId;
}
export const toDecisionType = (decision: Decision): DecisionType => ({
  id: publicId('Decision', decision.id),
  text: decision.text,
  recordedAt: decision.recordedAt,
  meetingId: decision.meetingId,
});

@InputType()
export class RecordDecisionInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
