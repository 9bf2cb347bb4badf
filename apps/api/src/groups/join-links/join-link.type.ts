import { Field, Int, ObjectType } from '@nestjs/graphql';
import type * as domain from '@yoriai/domain/groups';
import type { Instant } from '@yoriai/domain/kernel';
import { publicId } from '../../platform/graphql/ids.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';

@ObjectType('JoinLink', { implements: () => NodeType })
@Rule('parent')
export class JoinLinkType extends NodeType {
  @Field(() => String) code!: string;
  @Field(() => String) url!: string;
  @Field(() => DateTime) createdAt!: Instant;
  @Field(() => DateTime) expiresAt!: Instant;
  @Field(() => Int) uses!: number;
  @Field(() => DateTime, { nullable: true }) revokedAt!: Instant | null;
}
export const toJoinLinkType = (link: domain.JoinLink, publicUrl: string): JoinLinkType =>
  Object.assign(new JoinLinkType(), {
    id: publicId('JoinLink', link.id),
    code: link.code,
    url: `${publicUrl}/join/${link.code}`,
    createdAt: link.createdAt,
    expiresAt: link.expiresAt,
    uses: link.uses,
    revokedAt: link.revokedAt,
  });

@ObjectType('JoinLinkPreview')
@Rule('public')
export class JoinLinkPreviewType {
  @Field(() => String) tenantName!: string;
  @Field(() => String) groupName!: string;
  @Field(() => String) purpose!: string;
  @Field(() => Int) memberCount!: number;
  @Field(() => Boolean, { description: 'every seat is taken or promised' }) full!: boolean;
  @Field(() => String, { nullable: true }) invitedBy!: string | null;
  @Field(() => [String]) charter!: readonly string[];
}
