import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { groupLimits } from '@yoriai/domain/groups';
import { PlainDateScalar } from '../../platform/graphql/scalars.js';
import { GroupRole, GroupStatus, GroupTemplate } from './group.type.js';

@InputType()
export class CreateProgrammeInput {
  @Field(() => String) name!: string;
  @Field(() => PlainDateScalar) startsOn!: string;
  @Field(() => PlainDateScalar) endsOn!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

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

@InputType()
export class AmendCharterInput {
  @Field(() => ID) groupId!: string;
  @Field(() => [String]) clauses!: string[];
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class CreateJoinLinkInput {
  @Field(() => ID) groupId!: string;
  @Field(() => Int, { nullable: true, defaultValue: groupLimits.joinLinkDays.usual }) days?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class JoinByCodeInput {
  @Field(() => String) code!: string;
  @Field(() => String) email!: string;
  @Field(() => String, { description: 'the six digits from the mail' }) mailCode!: string;
  @Field(() => String) displayName!: string;
  @Field(() => String, { nullable: true }) kana?: string | null;
  @Field(() => String, { nullable: true }) businessName?: string | null;
  @Field(() => String, { nullable: true }) industry?: string | null;
}
