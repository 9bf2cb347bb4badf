import { Extensions, Field, ID, InputType, Int } from '@nestjs/graphql';
import { rosterLimits } from '@yoriai/domain/people';
import type { Locale } from '@yoriai/domain/tenancy';
import type { TextExtensions } from '../../platform/graphql/variables.js';
import { MemberStatus, TenantRole } from './member.type.js';
import { LocaleName, TextSize } from '../sign-in/user.type.js';

@InputType()
export class SignInInput {
  @Field(() => String) email!: string;
  @Field(() => String) password!: string;
  @Field(() => String, { nullable: true }) tenantSlug?: string | null;
}

@InputType()
export class UpdateAccountInput {
  @Field(() => LocaleName, { nullable: true }) locale?: Locale | null;
  @Field(() => TextSize, { nullable: true }) textSize?: TextSize | null;
}

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

/** In base64, with its line breaks, and long enough to be told that it is too long. The only text of that size. */
const longestFile: TextExtensions & Record<string, unknown> = { longestText: 1.5 * rosterLimits.bytes };

@InputType()
export class RosterFileInput {
  @Field(() => String) fileName!: string;
  @Field(() => String) @Extensions(longestFile) base64!: string;
}

@InputType()
export class ImportRosterInput extends RosterFileInput {
  @Field(() => Boolean, { nullable: true, defaultValue: true }) sendInvitations?: boolean | null;
  @Field(() => ID, { nullable: true }) programmeId?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
