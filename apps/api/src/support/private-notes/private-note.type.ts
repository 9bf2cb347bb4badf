import { Field, ID, ObjectType, InputType } from '@nestjs/graphql';
import { publicId } from '@yoriai/domain/kernel';
import type { PrivateNote } from '@yoriai/domain/support';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';

@ObjectType('PrivateNote', {
  implements: () => [NodeType],
  description: 'between the asker and one reader; no one else sees that there is one',
})
@Rule('parent')
export class PrivateNoteType implements NodeType {
  @Field(() => ID) id!: string;
  @Field(() => Boolean) byAsker!: boolean;
  @Field(() => String) body!: string;
  @Field(() => DateTime) createdAt!: Date;
  note!: PrivateNote;
}

@ObjectType('PrivateNoteConnection')
@Rule('parent')
export class PrivateNoteConnection extends connectionOf('PrivateNote', PrivateNoteType) {}

export const toNoteType = (note: PrivateNote): PrivateNoteType => ({
  id: publicId('PrivateNote', note.id),
  byAsker: note.byAsker,
  body: note.body,
  createdAt: note.createdAt as Date,
  note,
});

@InputType()
export class SendPrivateNoteInput {
  @Field(() => ID) requestId!: string;
  @Field(() => ID, { nullable: true, description: 'whom the asker answers; no one else names one' })
  toMemberId?: string | null;
  @Field(() => String) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
