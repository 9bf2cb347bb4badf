import {
  SupportRequestEntity,
  AnonymousAuthorEntity,
  SupportIntroductionEntity,
} from './requests/support-request.entity.js';
import { SupportReplyEntity } from './replies/support-reply.entity.js';
import { SupportOfferEntity, SupportOfferReasonEntity } from './offers/support-offer.entity.js';
import { SupportThanksEntity, SupportGivenEntity } from './thanks/thanks.entity.js';

export const supportEntities = [
  SupportRequestEntity,
  AnonymousAuthorEntity,
  SupportReplyEntity,
  SupportOfferEntity,
  SupportOfferReasonEntity,
  SupportThanksEntity,
  SupportGivenEntity,
  SupportIntroductionEntity,
];
