import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yoriai/domain/kernel';
import type { Locale } from '@yoriai/domain/tenancy';
import { publicId } from '../../platform/graphql/ids.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import type { Account } from './accounts.js';
import { deviceOf } from './device.js';

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

@ObjectType('Session', { implements: () => NodeType })
@Rule('user')
export class SessionType extends NodeType {
  @Field(() => String) device!: string;
  @Field(() => DateTime) createdAt!: Instant;
  @Field(() => DateTime) lastSeenAt!: Instant;
  @Field(() => Boolean) current!: boolean;
}
export const toSessionType = (
  session: { id: string; device: string; createdAt: Instant; lastSeenAt: Instant },
  current: string,
): SessionType =>
  Object.assign(new SessionType(), {
    id: publicId('Session', session.id),
    device: deviceOf(session.device),
    createdAt: session.createdAt,
    lastSeenAt: session.lastSeenAt,
    current: session.id === current,
  });
