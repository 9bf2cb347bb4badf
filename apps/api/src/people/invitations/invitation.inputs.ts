import { Field, ID, InputType } from '@nestjs/graphql';
import { TenantRole } from '../members/member.type.js';

@InputType()
export class InviteMemberInput {
  @Field(() => String) email!: string;
  @Field(() => String) displayName!: string;
  @Field(() => String, { nullable: true }) kana?: string | null;
  @Field(() => TenantRole, { nullable: true, defaultValue: TenantRole.MEMBER }) role?: TenantRole | null;
  @Field(() => ID, { nullable: true }) groupId?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String) token!: string;
  @Field(() => String, { nullable: true }) displayName?: string | null;
  @Field(() => String, { nullable: true }) kana?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => String, { nullable: true }) password?: string | null;
}
