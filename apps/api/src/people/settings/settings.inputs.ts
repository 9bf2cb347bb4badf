import { Field, InputType } from '@nestjs/graphql';
import type { Locale } from '@yoriai/domain/tenancy';
import { LocaleName, TextSize } from '../sign-in/user.type.js';

@InputType()
export class UpdateAccountInput {
  @Field(() => LocaleName, { nullable: true }) locale?: Locale | null;
  @Field(() => TextSize, { nullable: true }) textSize?: TextSize | null;
}
