import { Field, Int, ObjectType } from '@nestjs/graphql';
import type * as domain from '@yoriai/domain/groups';
import type { Instant, MemberId } from '@yoriai/domain/kernel';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { GroupRole } from '../group/group.type.js';

@ObjectType('GroupMembership')
@Rule('parent')
export class GroupMembershipType {
  @Field(() => GroupRole) role!: domain.GroupRole;
  @Field(() => Boolean) deputy!: boolean;
  @Field(() => Boolean) takesPart!: boolean;
  @Field(() => DateTime) joinedAt!: Instant;
  @Field(() => Boolean) charterSigned!: boolean;
  @Field(() => Int) version!: number;
  readonly memberId!: MemberId;
}
