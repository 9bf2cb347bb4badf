import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { SupportType } from '@yoriai/domain/support';
import { SupportTypeEnum } from '../requests/support-request.type.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import type { ShownThanks } from './thanks.store.js';

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

@ObjectType('Thanks')
@Rule('parent')
export class ThanksType {
  @Field(() => String) message!: string;
  @Field(() => Boolean, { description: 'the asker has not given their name' }) anonymous!: boolean;
  @Field(() => DateTime) createdAt!: Date;
  thanks!: ShownThanks;
}

@ObjectType('ThanksConnection')
@Rule('parent')
export class ThanksConnection extends connectionOf('Thanks', ThanksType) {}

export const toThanksType = (thanks: ShownThanks): ThanksType => ({
  message: thanks.message ?? '',
  anonymous: thanks.askerId === null,
  createdAt: thanks.createdAt as Date,
  thanks,
});
