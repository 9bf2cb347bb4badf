import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type {
  RequestAudience,
  SupportStatus,
  SupportType,
  SupportWanted,
  Urgency,
} from '@yoriai/domain/support';
import {
  AudienceEnum,
  SupportRequestStatusEnum,
  SupportTypeEnum,
  SupportWantedEnum,
  UrgencyEnum,
} from './support-request.type.js';

@InputType()
export class SupportRequestFilter {
  @Field(() => ID, { nullable: true }) groupId?: string | null;
  @Field(() => [SupportTypeEnum], { nullable: true }) type?: SupportType[] | null;
  @Field(() => [SupportRequestStatusEnum], { nullable: true }) status?: SupportStatus[] | null;
  @Field(() => Boolean, { nullable: true }) mine?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'chosen for the viewer, nudged for, or offered to help with',
  })
  forMe?: boolean | null;
  @Field(() => String, { nullable: true }) search?: string | null;
}

@InputType()
export class PostSupportRequestInput {
  @Field(() => ID, { nullable: true }) groupId?: string | null;
  @Field(() => SupportTypeEnum) type!: SupportType;
  @Field(() => SupportWantedEnum) wanted!: SupportWanted;
  @Field(() => String) title!: string;
  @Field(() => String) body!: string;
  @Field(() => UrgencyEnum, { nullable: true, defaultValue: 'NORMAL' }) urgency?: Urgency | null;
  @Field(() => AudienceEnum, { nullable: true, defaultValue: 'GROUP' }) audience?: RequestAudience | null;
  @Field(() => [ID], { nullable: true }) chosenMemberIds?: string[] | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) anonymous?: boolean | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) acceptsPaid?: boolean | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) includeNewcomers?: boolean | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class EditSupportRequestInput {
  @Field(() => ID) requestId!: string;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) body?: string | null;
  @Field(() => UrgencyEnum, { nullable: true }) urgency?: Urgency | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}
