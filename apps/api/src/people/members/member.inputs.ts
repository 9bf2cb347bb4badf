import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MemberStatus, TenantRole } from './member.type.js';

@InputType()
export class UpdateProfileInput {
  @Field(() => String, { nullable: true }) displayName?: string | null;
  @Field(() => String, { nullable: true }) kana?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => String, { nullable: true }) businessName?: string | null;
  @Field(() => String, { nullable: true }) industry?: string | null;
  @Field(() => String, { nullable: true }) prefecture?: string | null;
  @Field(() => String, { nullable: true }) strengths?: string | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}

@InputType()
export class UpdateMemberInput extends UpdateProfileInput {
  @Field(() => ID) memberId!: string;
  @Field(() => TenantRole, { nullable: true }) role?: TenantRole | null;
  @Field(() => MemberStatus, { nullable: true }) status?: MemberStatus | null;
}
