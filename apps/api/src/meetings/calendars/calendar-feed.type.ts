import { ObjectType, Field } from '@nestjs/graphql';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import type { Instant } from '@yoriai/domain/kernel';

@ObjectType('CalendarFeed')
@Rule('parent')
export class CalendarFeedType {
  @Field(() => String) url!: string;
  @Field(() => DateTime) createdAt!: Instant;
}
