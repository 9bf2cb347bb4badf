import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { groupLimits } from '@yoriai/domain/groups';
import { GroupStatus, GroupTemplate } from './group.type.js';

@InputType()
export class CreateGroupInput {
  @Field(() => String) name!: string;
  @Field(() => String) purpose!: string;
  @Field(() => GroupTemplate, { nullable: true, defaultValue: GroupTemplate.MIXED })
  template?: GroupTemplate | null;
  @Field(() => Int, { nullable: true, defaultValue: groupLimits.capacity.usual }) capacity?: number | null;
  @Field(() => [String], { nullable: true, defaultValue: [] }) goals?: string[] | null;
  @Field(() => ID, { nullable: true }) programmeId?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class UpdateGroupInput {
  @Field(() => ID) groupId!: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) purpose?: string | null;
  @Field(() => [String], { nullable: true }) goals?: string[] | null;
  @Field(() => Int, { nullable: true }) capacity?: number | null;
  @Field(() => ID, { nullable: true, description: 'null takes the group out of its programme' })
  programmeId?: string | null;
  @Field(() => GroupStatus, { nullable: true }) status?: GroupStatus | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}
