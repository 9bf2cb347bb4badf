import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { publicId, type Instant, type MeetingId } from '@yoriai/domain/kernel';
import type { Decision } from '@yoriai/domain/meetings';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';

@ObjectType('Decision', { implements: () => NodeType })
@Rule('parent')
export class DecisionType extends NodeType {
  @Field(() => String) text!: string;
  @Field(() => DateTime) recordedAt!: Instant;
  readonly meetingId!: MeetingId;
}
export const toDecisionType = (decision: Decision): DecisionType =>
  Object.assign(new DecisionType(), {
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
