import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { SupportType, SupportReply } from '@yoriai/domain/support';
import { SupportTypeEnum } from '../requests/support-request.type.js';
import { publicId } from '@yoriai/domain/kernel';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';

@InputType()
export class ReplyInput {
  @Field(() => ID) requestId!: string;
  @Field(() => SupportTypeEnum, { nullable: true }) gives?: SupportType | null;
  @Field(() => String) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ObjectType('SupportReply', { implements: () => [NodeType] })
@Rule('parent')
export class SupportReplyType implements NodeType {
  @Field(() => ID) id!: string;
  @Field(() => Boolean) byAsker!: boolean;
  @Field(() => SupportTypeEnum, { nullable: true }) gives!: SupportType | null;
  @Field(() => String) body!: string;
  @Field(() => DateTime) createdAt!: Date;
  reply!: SupportReply;
}

@ObjectType('SupportReplyConnection')
@Rule('parent')
export class SupportReplyConnection extends connectionOf('SupportReply', SupportReplyType) {}

export const toReplyType = (reply: SupportReply): SupportReplyType => ({
  id: publicId('SupportReply', reply.id),
  byAsker: reply.byAsker,
  gives: reply.gives,
  body: reply.body,
  createdAt: reply.createdAt as Date,
  reply,
});
