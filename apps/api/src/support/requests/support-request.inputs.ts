import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type {
  OfferReason,
  OfferTerms,
  RequestAudience,
  SupportStatus,
  SupportType,
  SupportWanted,
  Urgency,
} from '@yoriai/domain/support';
import {
  AudienceEnum,
  OfferReasonEnum,
  OfferTermsEnum,
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

@InputType()
export class ReplyInput {
  @Field(() => ID) requestId!: string;
  @Field(() => SupportTypeEnum, { nullable: true }) gives?: SupportType | null;
  @Field(() => String) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class SendPrivateNoteInput {
  @Field(() => ID) requestId!: string;
  @Field(() => ID, { nullable: true, description: 'whom the asker answers; nobody else names one' })
  toMemberId?: string | null;
  @Field(() => String) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class TellOfWorryInput {
  @Field(() => ID) requestId!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'the reply whose writer one worries about; else the asker',
  })
  replyId?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class OfferSupportInput {
  @Field(() => ID) requestId!: string;
  @Field(() => String) message!: string;
  @Field(() => OfferTermsEnum, { nullable: true, defaultValue: 'FREE' }) terms?: OfferTerms | null;
  @Field(() => Int, { nullable: true }) price?: number | null;
  @Field(() => OfferReasonEnum, { nullable: true, description: 'for oneself alone' })
  reason?: OfferReason | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class HelperInput {
  @Field(() => ID) memberId!: string;
  @Field(() => SupportTypeEnum, { nullable: true }) gave?: SupportType | null;
  @Field(() => Int, { nullable: true }) match?: number | null;
  @Field(() => String, { nullable: true }) thanks?: string | null;
}

@InputType()
export class ResolveSupportRequestInput {
  @Field(() => ID) requestId!: string;
  @Field(() => [HelperInput], { nullable: true, defaultValue: [] }) helpers?: HelperInput[] | null;
  @Field(() => String, { nullable: true }) outcome?: string | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}
