import { Field, ID, ObjectType, InputType } from '@nestjs/graphql';
import { publicId } from '@yoriai/domain/kernel';
import type { Worry } from '@yoriai/domain/support';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';

@ObjectType('SupportWorry', {
  implements: () => [NodeType],
  description: 'この人が心配: for facilitators alone; who told it is kept nowhere',
})
@Rule('parent')
export class WorryType implements NodeType {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => ID, { nullable: true, description: 'the reply whose writer it is about; null: the asker' })
  replyId!: string | null;
  @Field(() => DateTime) createdAt!: Date;
  worry!: Worry;
}

@ObjectType('SupportWorryConnection')
@Rule('parent')
export class WorryConnection extends connectionOf('SupportWorry', WorryType) {}

export const toWorryType = (worry: Worry): WorryType => ({
  id: publicId('SupportWorry', worry.id),
  note: worry.note,
  replyId: worry.replyId && publicId('SupportReply', worry.replyId),
  createdAt: worry.createdAt as Date,
  worry,
});

@InputType()
export class TellOfWorryInput {
  @Field(() => ID) requestId!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'the reply whose writer one worries about; else the asker',
  })
  replyId?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
