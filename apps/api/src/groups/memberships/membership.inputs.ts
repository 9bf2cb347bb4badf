import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { GroupRole } from '../group/group.type.js';

@InputType()
export class AddGroupMemberInput {
  @Field(() => ID) groupId!: string;
  @Field(() => ID) memberId!: string;
  @Field(() => GroupRole, { nullable: true, defaultValue: GroupRole.MEMBER }) role?: GroupRole | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) deputy?: boolean | null;
  @Field(() => Boolean, { nullable: true, defaultValue: true }) takesPart?: boolean | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class SetGroupRoleInput {
  @Field(() => ID) groupId!: string;
  @Field(() => ID) memberId!: string;
  @Field(() => GroupRole) role!: GroupRole;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) deputy?: boolean | null;
  @Field(() => Boolean, { nullable: true, defaultValue: true }) takesPart?: boolean | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}
