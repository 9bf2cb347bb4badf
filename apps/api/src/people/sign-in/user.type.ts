import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Locale } from '@yoriai/domain/tenancy';
import { publicId } from '../../platform/graphql/ids.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import type { Account } from './accounts.js';

export enum LocaleName {
  JA = 'ja',
  EN = 'en',
}
export enum TextSize {
  NORMAL = 'NORMAL',
  LARGE = 'LARGE',
  LARGEST = 'LARGEST',
}
registerEnumType(LocaleName, { name: 'Locale' });
registerEnumType(TextSize, { name: 'TextSize' });

@ObjectType('User', { implements: () => NodeType })
@Rule('user')
export class UserType extends NodeType {
  @Field(() => String) email!: string;
  @Field(() => Boolean, {
    description: 'false until a code or link from the mail has shown that the address is theirs',
  })
  emailProven!: boolean;
  @Field(() => LocaleName) locale!: Locale;
  @Field(() => Boolean) hasPassword!: boolean;
  @Field(() => TextSize) textSize!: Account['textSize'];
}
export const toUserType = (account: Account): UserType =>
  Object.assign(new UserType(), {
    id: publicId('User', account.id),
    email: account.email,
    emailProven: account.emailProvenAt !== null,
    locale: account.locale,
    hasPassword: account.passwordHash !== null,
    textSize: account.textSize,
  });
