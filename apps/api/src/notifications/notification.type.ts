import { Field, Int, ObjectType } from '@nestjs/graphql';
import { publicId, type Instant } from '@yoriai/domain/kernel';
import { noticeText, ruleOf, type MemberSettings } from '@yoriai/domain/notifications';
import { connectionOf } from '../platform/graphql/connection.js';
import { NodeType } from '../platform/graphql/node.resolver.js';
import { Rule } from '../platform/graphql/rule.js';
import { DateTime } from '../platform/graphql/scalars.js';
import type { Viewer } from '../platform/auth/viewer.js';
import type { Described } from './notices.js';
import type { NotificationRow } from './notifications.store.js';

@ObjectType('Notification', { implements: () => NodeType })
@Rule('member')
export class NotificationType extends NodeType {
  @Field(() => String) kind!: string;
  @Field(() => String) title!: string;
  @Field(() => String) body!: string;
  @Field(() => String, { nullable: true, description: 'a path of the web client' }) url!: string | null;
  @Field(() => DateTime, { nullable: true }) readAt!: Instant | null;
  @Field(() => DateTime) createdAt!: Instant;
}

@ObjectType('NotificationConnection')
@Rule('parent')
export class NotificationConnection extends connectionOf('Notification', NotificationType) {}

@ObjectType('MemberSettings')
@Rule('parent')
export class MemberSettingsType {
  @Field(() => Boolean) mailContent!: boolean;
  @Field(() => String, { nullable: true }) quietFrom!: string | null;
  @Field(() => String, { nullable: true }) quietTo!: string | null;
  @Field(() => [String], { description: 'kinds of mail the member has switched off' })
  muted!: readonly string[];
  @Field(() => Int) version!: number;
}

export const toNotificationType = (
  { id, kind, ids, facts, readAt, createdAt }: Described<NotificationRow>,
  { locale, tenantSlug }: Viewer,
): NotificationType =>
  Object.assign(new NotificationType(), {
    id: publicId('Notification', id),
    kind,
    readAt,
    createdAt,
    ...noticeText(kind, facts, locale),
    url: `/t/${tenantSlug}${ruleOf(kind).path(ids)}`,
  });

export const toMemberSettingsType = (settings: MemberSettings): MemberSettingsType =>
  Object.assign(new MemberSettingsType(), settings);
