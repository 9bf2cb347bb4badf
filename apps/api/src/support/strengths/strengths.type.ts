import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { publicId, type Instant, type MemberId } from '@yoriai/domain/kernel';
import type { StrengthsRound } from '@yoriai/domain/support';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import type { Strength } from './strengths.store.js';

@ObjectType('StrengthsRound', { implements: () => [NodeType] })
@Rule('parent')
export class StrengthsRoundType implements NodeType {
  @Field(() => ID) id!: string;
  @Field(() => Boolean) open!: boolean;
  @Field(() => DateTime) closesAt!: Instant;
  round!: StrengthsRound;
}

/** Whom the viewer may write about, with what they have written so far. */
@ObjectType('StrengthPeer')
@Rule('parent')
export class StrengthPeerType {
  @Field(() => String, { description: 'what the viewer has written; empty when nothing' }) text!: string;
  @Field(() => Boolean) signed!: boolean;
  @Field(() => Int, { description: '0 when nothing is written yet' }) version!: number;
  aboutId!: MemberId;
}

@ObjectType('Strength', { implements: () => [NodeType] })
@Rule('parent')
export class StrengthType implements NodeType {
  @Field(() => ID) id!: string;
  @Field(() => String) text!: string;
  @Field(() => DateTime) createdAt!: Instant;
  strength!: Strength;
}

@ObjectType('StrengthConnection')
@Rule('parent')
export class StrengthConnection extends connectionOf('Strength', StrengthType) {}

@InputType()
export class StrengthLineInput {
  @Field(() => ID) memberId!: string;
  @Field(() => String) text!: string;
  @Field(() => Boolean, { nullable: true, defaultValue: true }) signed?: boolean | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}

@InputType()
export class WriteStrengthsInput {
  @Field(() => ID) roundId!: string;
  @Field(() => [StrengthLineInput]) lines!: StrengthLineInput[];
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

export const toRoundType = (round: StrengthsRound): StrengthsRoundType => ({
  id: publicId('StrengthsRound', round.id),
  open: round.status === 'OPEN',
  closesAt: round.closesAt,
  round,
});

export const toStrengthType = (strength: Strength): StrengthType => ({
  id: publicId('Strength', strength.id),
  text: strength.text,
  createdAt: strength.createdAt,
  strength,
});
