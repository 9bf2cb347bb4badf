import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  congratulations,
  goodNewsAudiences,
  type Congratulation,
  type SeenNews,
  type GoodNewsAbilities,
  type GoodNewsAudience,
  type GoodNewsComment,
} from '@yoriai/domain/support';
import { publicId } from '@yoriai/domain/kernel';
import { MemberType } from '../../people/members/member.type.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';

const enumOf = <T extends string>(name: string, values: readonly T[]): Record<T, T> => {
  const type = Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
  registerEnumType(type, { name });
  return type;
};
export const GoodNewsAudienceEnum = enumOf('GoodNewsAudience', goodNewsAudiences);
export const CongratulationEnum = enumOf('Congratulation', congratulations);

@ObjectType('GoodNewsAbilities')
@Rule('parent')
export class GoodNewsAbilitiesType implements GoodNewsAbilities {
  @Field(() => Boolean) react!: boolean;
  @Field(() => Boolean) comment!: boolean;
  @Field(() => Boolean) edit!: boolean;
  @Field(() => Boolean) withdraw!: boolean;
}

@ObjectType('GoodNewsReaction', { description: 'one kind of it: by whom, never how many' })
@Rule('parent')
export class GoodNewsReactionType {
  @Field(() => CongratulationEnum) kind!: Congratulation;
  @Field(() => Boolean, { description: 'the viewer’s own is among them' }) mine!: boolean;
  @Field(() => [MemberType], { description: 'the latest five' }) from!: MemberType[];
  @Field(() => Boolean, { description: 'there are others' }) more!: boolean;
}

@ObjectType('GoodNews', { implements: () => [NodeType] })
@Rule('parent')
export class GoodNewsType implements NodeType {
  @Field(() => ID) id!: string;
  @Field(() => GoodNewsAudienceEnum) audience!: GoodNewsAudience;
  @Field(() => String) body!: string;
  @Field(() => Boolean) mine!: boolean;
  @Field(() => DateTime) createdAt!: Date;
  @Field(() => Int) version!: number;
  news!: SeenNews;
}

@ObjectType('GoodNewsComment', { implements: () => [NodeType] })
@Rule('parent')
export class GoodNewsCommentType implements NodeType {
  @Field(() => ID) id!: string;
  @Field(() => String) body!: string;
  @Field(() => Boolean) mine!: boolean;
  @Field(() => DateTime) createdAt!: Date;
  comment!: GoodNewsComment;
}

@ObjectType('GoodNewsConnection')
@Rule('parent')
export class GoodNewsConnection extends connectionOf('GoodNews', GoodNewsType) {}

@ObjectType('GoodNewsCommentConnection')
@Rule('parent')
export class GoodNewsCommentConnection extends connectionOf('GoodNewsComment', GoodNewsCommentType) {}

export const toNewsType = (news: SeenNews, viewerId: string): GoodNewsType => ({
  id: publicId('GoodNews', news.id),
  audience: news.audience,
  body: news.body,
  mine: news.authorId === viewerId,
  createdAt: news.createdAt as Date,
  version: news.version,
  news,
});

export const toCommentType = (comment: GoodNewsComment, viewerId: string): GoodNewsCommentType => ({
  id: publicId('GoodNewsComment', comment.id),
  body: comment.body,
  mine: comment.authorId === viewerId,
  createdAt: comment.createdAt as Date,
  comment,
});
