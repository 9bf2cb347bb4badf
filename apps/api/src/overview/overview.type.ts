import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Group } from '@yoriai/domain/groups';
import type { Instant, MemberId } from '@yoriai/domain/kernel';
import { Rule } from '../platform/graphql/rule.js';
import { DateTime } from '../platform/graphql/scalars.js';

@ObjectType('QuietMember', { description: 'of whom nothing was heard for 60 days; for facilitators alone' })
@Rule('parent')
export class QuietMemberType {
  @Field(() => DateTime) since!: Instant;
  memberId!: MemberId;
}

@ObjectType('TypesInMonth')
@Rule('parent')
export class TypesInMonthType {
  @Field(() => String, { description: 'YYYY-MM' }) month!: string;
  @Field(() => Int) informational!: number;
  @Field(() => Int) instrumental!: number;
  @Field(() => Int) emotional!: number;
  @Field(() => Int) appraisal!: number;
}

@ObjectType('FacilitatorOverview')
@Rule('parent')
export class FacilitatorOverviewType {
  readonly of!: Group;
}
