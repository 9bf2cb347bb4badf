import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant, MemberId } from '@yoriai/domain/kernel';
import type { ClosingRound } from '@yoriai/domain/meetings';
import type { SupportType as SupportTypeName } from '@yoriai/domain/support';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { SupportTypeEnum } from '../../support/requests/support-request.type.js';
import type { GoalOfMember, Reflection } from './closing-rounds.store.js';

@ObjectType('Safety')
@Rule('parent')
export class SafetyType {
  @Field(() => Int) spoke!: number;
  @Field(() => Int) safe!: number;
  @Field(() => Int) heard!: number;
}

@ObjectType('ClosingRound', { description: 'One’s own' })
@Rule('parent')
export class ClosingRoundType {
  @Field(() => DateTime) endsAt!: Instant;
  @Field(() => Boolean) open!: boolean;
  @Field(() => Boolean, { description: 'goal and safety are asked of those who take part' })
  takesPart!: boolean;
  @Field(() => Boolean, { description: 'one sat on the hot seat, and may have it come back in a year' })
  asksOneYearLater!: boolean;
  @Field(() => String, { nullable: true }) plus!: string | null;
  @Field(() => String, { nullable: true }) delta!: string | null;
  @Field(() => String, { nullable: true }) takeAway!: string | null;
  @Field(() => String, { nullable: true }) goal!: string | null;
  @Field(() => SupportTypeEnum, { nullable: true }) goalWanted!: SupportTypeName | null;
  @Field(() => SafetyType, { nullable: true }) safety!: SafetyType | null;
  @Field(() => Boolean, { nullable: true }) oneYearLater!: boolean | null;
  @Field(() => Int, { description: '0 before anything was written' }) version!: number;
}

export const toClosingRoundType = (
  { goal, ...round }: ClosingRound & { readonly version: number },
  about: Pick<ClosingRoundType, 'endsAt' | 'open' | 'takesPart' | 'asksOneYearLater'>,
): ClosingRoundType => ({ ...round, ...about, goal: goal?.text ?? null, goalWanted: goal?.wanted ?? null });

export enum ReflectionKind {
  PLUS = 'PLUS',
  DELTA = 'DELTA',
  TAKE_AWAY = 'TAKE_AWAY',
}

registerEnumType(ReflectionKind, { name: 'ReflectionKind' });

@ObjectType('Reflection')
@Rule('parent')
export class ReflectionType {
  @Field(() => ReflectionKind) kind!: Reflection['kind'];
  @Field(() => String) text!: string;
  readonly memberId!: MemberId;
}

@ObjectType('Goal', { description: '来月の目標' })
@Rule('parent')
export class GoalType {
  @Field(() => String) text!: string;
  @Field(() => SupportTypeEnum, { nullable: true }) wanted!: SupportTypeName | null;
  readonly memberId!: MemberId;
}

export const toGoalType = ({ text, wanted, memberId }: GoalOfMember): GoalType => ({
  text,
  wanted,
  memberId,
});

@ObjectType('SafetyOfGroup', {
  description:
    'The means of one meeting, from five answers on; replaced only when five further people have answered',
})
@Rule('parent')
export class SafetyOfGroupType {
  @Field(() => Int) n!: number;
  @Field(() => Float) spoke!: number;
  @Field(() => Float) safe!: number;
  @Field(() => Float) heard!: number;
}
