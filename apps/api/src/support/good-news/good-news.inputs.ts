import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { GoodNewsAudience } from '@yoriai/domain/support';
import { GoodNewsAudienceEnum } from './good-news.type.js';

@InputType()
export class PostGoodNewsInput {
  @Field(() => ID, { nullable: true }) groupId?: string | null;
  @Field(() => GoodNewsAudienceEnum, { nullable: true, defaultValue: 'GROUP' })
  audience?: GoodNewsAudience | null;
  @Field(() => String) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class EditGoodNewsInput {
  @Field(() => ID) goodNewsId!: string;
  @Field(() => String) body!: string;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}

@InputType()
export class CommentOnGoodNewsInput {
  @Field(() => ID) goodNewsId!: string;
  @Field(() => String) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
