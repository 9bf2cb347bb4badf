import { Field, ID, InputType, Int, Float, ObjectType, registerEnumType } from '@nestjs/graphql';
import { publicId, type Instant } from '@yoriai/domain/kernel';
import { isOpenCommitment, type Commitment } from '@yoriai/domain/meetings';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime, PlainDateScalar } from '../../platform/graphql/scalars.js';

export enum CommitmentStatus {
  OPEN = 'OPEN',
  KEPT = 'KEPT',
  PARTLY = 'PARTLY',
  DROPPED = 'DROPPED',
  CARRIED = 'CARRIED',
}
registerEnumType(CommitmentStatus, { name: 'CommitmentStatus' });

@ObjectType('Commitment', { implements: () => NodeType })
@Rule('parent')
export class CommitmentType extends NodeType {
  @Field(() => String) statement!: string;
  @Field(() => PlainDateScalar) dueOn!: string;
  @Field(() => CommitmentStatus) status!: Commitment['status'];
  @Field(() => Boolean, { description: 'still to be done: OPEN, or CARRIED to a later day' }) open!: boolean;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => DateTime, { nullable: true }) settledAt!: Instant | null;
  @Field(() => Int) version!: number;
  readonly commitment!: Commitment;
}
export const toCommitmentType = (commitment: Commitment): CommitmentType =>
  Object.assign(new CommitmentType(), {
    id: publicId('Commitment', commitment.id),
    statement: commitment.statement,
    dueOn: commitment.dueOn,
    status: commitment.status,
    open: isOpenCommitment(commitment),
    reason: commitment.reason,
    settledAt: commitment.settledAt,
    version: commitment.version,
    commitment,
  });

@ObjectType('CommitmentAbilities')
@Rule('parent')
export class CommitmentAbilitiesType {
  @Field(() => Boolean) settle!: boolean;
  @Field(() => Boolean, { description: 'words and day' }) edit!: boolean;
}

@ObjectType('MyCommitments')
@Rule('parent')
export class MyCommitmentsType {
  @Field(() => [CommitmentType], { description: 'the nearest day first' }) open!: CommitmentType[];
  @Field(() => Int, { description: 'all that ended: kept, partly or dropped' }) settled!: number;
  @Field(() => Int) kept!: number;
}

@ObjectType('CommitmentAverage', { description: 'per person; only once five people have settled something' })
@Rule('parent')
export class CommitmentAverageType {
  @Field(() => Int) people!: number;
  @Field(() => Float) settled!: number;
  @Field(() => Float) kept!: number;
}

@InputType()
export class MakeCommitmentInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'the viewer unless said; another member only by a facilitator',
  })
  ownerId?: string | null;
  @Field(() => String) statement!: string;
  @Field(() => PlainDateScalar, { nullable: true, description: 'the day of the next meeting unless said' })
  dueOn?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'what is not given stays' })
export class EditCommitmentInput {
  @Field(() => ID) commitmentId!: string;
  @Field(() => String, { nullable: true }) statement?: string | null;
  @Field(() => PlainDateScalar, { nullable: true }) dueOn?: string | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}

@InputType()
export class SettleCommitmentInput {
  @Field(() => ID) commitmentId!: string;
  @Field(() => CommitmentStatus, { description: 'OPEN takes the last one back within seven days' })
  status!: Commitment['status'];
  @Field(() => String, { nullable: true, description: 'needed for DROPPED' }) reason?: string | null;
  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'for CARRIED; the day of the next meeting unless said',
  })
  dueOn?: string | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}
