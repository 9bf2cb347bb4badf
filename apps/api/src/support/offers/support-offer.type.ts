import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  offerReasons,
  offerStatuses,
  offerTerms,
  type OfferReason,
  type OfferTerms,
  type OfferStatus,
  type SupportOffer,
} from '@yoriai/domain/support';
import { publicId } from '@yoriai/domain/kernel';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';

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
export const OfferTermsEnum = enumOf('OfferTerms', offerTerms);
export const OfferStatusEnum = enumOf('OfferStatus', offerStatuses);
export const OfferReasonEnum = enumOf('OfferReason', offerReasons);

@ObjectType('SupportOffer', { implements: () => [NodeType] })
@Rule('parent')
export class SupportOfferType implements NodeType {
  @Field(() => ID) id!: string;
  @Field(() => String) message!: string;
  @Field(() => OfferTermsEnum) terms!: OfferTerms;
  @Field(() => Int, { nullable: true, description: 'yen, for a paid offer that names it' }) price!:
    | number
    | null;
  @Field(() => OfferStatusEnum) status!: OfferStatus;
  @Field(() => DateTime) createdAt!: Date;
  offer!: SupportOffer;
}

export const toOfferType = (offer: SupportOffer): SupportOfferType => ({
  id: publicId('SupportOffer', offer.id),
  message: offer.message,
  terms: offer.terms,
  price: offer.price,
  status: offer.status,
  createdAt: offer.createdAt as Date,
  offer,
});
