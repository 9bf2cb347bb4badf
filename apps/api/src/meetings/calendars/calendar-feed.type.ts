import { Field, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yoriai/domain/kernel';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';

@ObjectType('CalendarFeed')
@Rule('parent')
export class CalendarFeedType {
  @Field(() => String) url!: string;
  @Field(() => DateTime) createdAt!: Instant;
}
