import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Edge } from '../../platform/graphql/connection.js';
import { Rule } from '../../platform/graphql/rule.js';
import { SupportOfferType } from '../offers/support-offer.type.js';
import { SupportReplyConnection, type SupportReplyType } from '../replies/support-reply.type.js';
import { SupportRequestType } from '../requests/support-request.type.js';

@ObjectType('SupportRequestUpdate', {
  description:
    'what changed in one request, as the viewer may see it; a part that did not change is null or empty',
})
@Rule('parent')
export class SupportRequestUpdateType {
  @Field(() => ID) requestId!: string;
  @Field(() => SupportRequestType, {
    nullable: true,
    description: 'where its own words or its state changed: ask for those',
  })
  request!: SupportRequestType | null;
  @Field(() => SupportRequestType, {
    nullable: true,
    description: 'where it was answered: ask for what follows from answers, such as replyCount',
  })
  answered!: SupportRequestType | null;
  @Field(() => [SupportReplyConnection.Edge], { description: 'replies that came' })
  replies!: Edge<SupportReplyType>[];
  @Field(() => [SupportOfferType], { description: 'offers that came or were decided' })
  offers!: SupportOfferType[];
}
