import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { publicId } from '@yoriai/domain/kernel';
import {
  adviceNeedsLeave,
  isAnonymous,
  requestAudiences,
  supportStatuses,
  supportTypes,
  supportWanted,
  urgencies,
  type RequestAudience,
  type SupportAbilities,
  type SupportStatus,
  type SupportType,
  type SupportWanted,
  type Urgency,
} from '@yoriai/domain/support';
import { connectionOf } from '../../platform/graphql/connection.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import type { ShownRequest } from './support-requests.store.js';

export const SupportTypeEnum = enumOf('SupportType', supportTypes);
export const SupportWantedEnum = enumOf('SupportWanted', supportWanted);
export const SupportRequestStatusEnum = enumOf('SupportRequestStatus', supportStatuses);
export const UrgencyEnum = enumOf('Urgency', urgencies);
export const AudienceEnum = enumOf('Audience', requestAudiences);

@ObjectType('SupportRequestAbilities')
@Rule('parent')
export class SupportRequestAbilitiesType implements SupportAbilities {
  @Field(() => Boolean) reply!: boolean;
  @Field(() => Boolean) offer!: boolean;
  @Field(() => Boolean) resolve!: boolean;
  @Field(() => Boolean) withdraw!: boolean;
  @Field(() => Boolean) edit!: boolean;
  @Field(() => Boolean) reveal!: boolean;
  @Field(() => Boolean, { description: 'may say アドバイスも聞きたいです' }) welcomeAdvice!: boolean;
  @Field(() => Boolean, { description: 'may ask アドバイスしてもいいですか, once' }) askLeave!: boolean;
  @Field(() => Boolean, { description: 'may write to the asker alone' }) sendNote!: boolean;
  @Field(() => Boolean) worry!: boolean;
  @Field(() => Boolean, { description: 'may switch off the notices of this thread' }) mute!: boolean;
}

@ObjectType('SupportRequest', { implements: () => [NodeType] })
@Rule('parent')
export class SupportRequestType implements NodeType {
  @Field(() => ID) id!: string;
  @Field(() => AudienceEnum) audience!: RequestAudience;
  @Field(() => SupportTypeEnum) type!: SupportType;
  @Field(() => SupportWantedEnum) wanted!: SupportWanted;
  @Field(() => UrgencyEnum) urgency!: Urgency;
  @Field(() => String) title!: string;
  @Field(() => String) body!: string;
  @Field(() => SupportRequestStatusEnum) status!: SupportStatus;
  @Field(() => Boolean) anonymous!: boolean;
  @Field(() => Boolean) mine!: boolean;
  @Field(() => Boolean) acceptsPaid!: boolean;
  @Field(() => Boolean, {
    description: 'the asker wants to be heard: a reply that declares advice is refused until they welcome it',
  })
  adviceWaits!: boolean;
  @Field(() => Boolean, { description: 'the asker said アドバイスも聞きたいです' }) adviceWelcome!: boolean;
  @Field(() => String, { nullable: true }) outcome!: string | null;
  @Field(() => DateTime) createdAt!: Date;
  @Field(() => DateTime) updatedAt!: Date;
  @Field(() => Int) version!: number;
  @Field(() => Int) replyCount!: number;
  seen!: ShownRequest;
}

@ObjectType('SupportRequestConnection')
@Rule('parent')
export class SupportRequestConnection extends connectionOf('SupportRequest', SupportRequestType) {}

export const toRequestType = (seen: ShownRequest): SupportRequestType => ({
  id: publicId('SupportRequest', seen.id),
  audience: seen.audience,
  type: seen.type,
  wanted: seen.wanted,
  urgency: seen.urgency,
  title: seen.title,
  body: seen.body,
  status: seen.status,
  anonymous: isAnonymous(seen),
  mine: seen.mine,
  acceptsPaid: seen.acceptsPaid,
  adviceWaits: adviceNeedsLeave(seen),
  adviceWelcome: seen.adviceWelcome,
  outcome: seen.outcome,
  createdAt: seen.createdAt as Date,
  updatedAt: seen.updatedAt as Date,
  version: seen.version,
  replyCount: seen.replyCount,
  seen,
});
