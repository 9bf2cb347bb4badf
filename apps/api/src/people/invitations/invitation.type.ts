import { Field, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yoriai/domain/kernel';
import { connectionOf } from '../../platform/graphql/connection.js';
import { publicId } from '../../platform/graphql/ids.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import type { InvitationRow } from './invitations.store.js';
import { TenantRole } from '../members/member.type.js';

@ObjectType('Invitation', { implements: () => NodeType })
@Rule('admin')
export class InvitationType extends NodeType {
  @Field(() => String) email!: string;
  @Field(() => String) displayName!: string;
  @Field(() => TenantRole) role!: InvitationRow['role'];
  @Field(() => DateTime, { nullable: true, description: 'null while no mail has been ordered' })
  sentAt!: Instant | null;
  @Field(() => DateTime) expiresAt!: Instant;
  @Field(() => DateTime) createdAt!: Instant;
}
export const toInvitationType = (row: InvitationRow): InvitationType =>
  Object.assign(new InvitationType(), {
    id: publicId('Invitation', row.id),
    email: row.email,
    displayName: row.displayName,
    role: row.role,
    sentAt: row.sentAt,
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
  });

@ObjectType()
@Rule('admin')
export class InvitationConnection extends connectionOf('Invitation', InvitationType) {}

@ObjectType('InvitationPreview')
@Rule('public')
export class InvitationPreviewType {
  @Field(() => String) tenantName!: string;
  @Field(() => String, { nullable: true }) invitedBy!: string | null;
  @Field(() => String) displayName!: string;
  @Field(() => String, {
    nullable: true,
    description: 'as the office entered it; null where the address has an account or the invitation is over',
  })
  kana!: string | null;
  @Field(() => String, { nullable: true, description: 'like kana' }) phone!: string | null;
  @Field(() => String) email!: string;
  @Field(() => [String]) groupNames!: string[];
  @Field(() => Boolean, { description: 'this address already has an account: sign in to accept' })
  needsSignIn!: boolean;
  @Field(() => Boolean) expired!: boolean;
}
