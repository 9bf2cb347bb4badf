import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import {
  congratulations,
  goodNewsAbilities,
  goodNewsLimits,
  type Congratulation,
  type GoodNews,
  type GoodNewsComment,
  type GoodNewsId,
} from '@yoriai/domain/support';
import type { MemberId } from '@yoriai/domain/kernel';
import { GroupType, toGroupType } from '../../groups/group/group.type.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { PageArgs, connection, page, type Connection } from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { liveField } from '../../platform/graphql/live-field.js';
import { Rule } from '../../platform/graphql/rule.js';
import { topicsOfViewer } from '../../platform/live/list-topics.js';
import { Live } from '../../platform/live/live.js';
import { commentOnGoodNews } from './comment-on-good-news.js';
import { withdrawGoodNewsComment } from './withdraw-good-news-comment.js';
import { reactToGoodNews } from './react-to-good-news.js';
import { goodNewsList, goodNewsTopic } from './push-good-news.job.js';
import { CommentOnGoodNewsInput, EditGoodNewsInput, PostGoodNewsInput } from './good-news.inputs.js';
import { commentsOnNews, goodNewsById, goodNewsCommentById, reactionsToNews } from './good-news.loader.js';
import { goodNewsStore } from './good-news.store.js';
import {
  CongratulationEnum,
  GoodNewsAbilitiesType,
  GoodNewsCommentConnection,
  GoodNewsCommentType,
  GoodNewsConnection,
  GoodNewsReactionType,
  GoodNewsType,
  toCommentType,
  toNewsType,
} from './good-news.type.js';
import { editGoodNews } from './edit-good-news.js';
import { postGoodNews } from './post-good-news.js';
import { withdrawGoodNews } from './withdraw-good-news.js';
import type { GoodNewsCommentId } from '@yoriai/domain/support';
import { FindsNode } from '../../platform/graphql/nodes.js';

const keyOf = ({ createdAt, id }: GoodNews | GoodNewsComment) => [createdAt.toISOString(), id];
const shown = async (context: RequestContext, id: GoodNewsId): Promise<GoodNewsType> =>
  toNewsType(found(await context.load(goodNewsById, id)), context.me().memberId);
const person = async (context: RequestContext, id: MemberId): Promise<MemberType> =>
  toMemberType(found(await context.load(memberById, id)));

@Resolver(() => GoodNewsType)
export class GoodNewsResolver {
  constructor(private readonly live: Live) {}

  @FindsNode('GoodNews')
  async findGoodNews(context: RequestContext, id: GoodNewsId): Promise<object | null> {
    const news = await context.load(goodNewsById, id);
    return news && toNewsType(news, context.me().memberId);
  }

  @Query(() => GoodNewsConnection)
  @Rule('member')
  async goodNews(
    @Ctx() context: RequestContext,
    @Args('groupId', { type: () => ID, nullable: true }) groupId: string | null,
    @Args() args: PageArgs,
  ): Promise<Connection<GoodNewsType>> {
    const asked = page(args);
    const id = optionalIdArg('Group', groupId);
    if (id) found(await context.load(groupById, id));
    const rows = await goodNewsStore.newest(await context.read(), id, asked);
    return connection(rows, asked, (news) => toNewsType(news, context.me().memberId), keyOf);
  }

  @ResolveField(() => MemberType)
  author(@Ctx() context: RequestContext, @Parent() { news }: GoodNewsType): Promise<MemberType> {
    return person(context, news.authorId);
  }

  @ResolveField(() => GroupType, { nullable: true })
  async group(@Ctx() context: RequestContext, @Parent() { news }: GoodNewsType): Promise<GroupType | null> {
    const group = news.groupId && (await context.load(groupById, news.groupId));
    return group ? toGroupType(group) : null;
  }

  @ResolveField(() => [GoodNewsReactionType])
  async reactions(
    @Ctx() context: RequestContext,
    @Parent() { news }: GoodNewsType,
  ): Promise<GoodNewsReactionType[]> {
    const all = (await context.load(reactionsToNews, news.id)) ?? [];
    return Promise.all(
      congratulations.map(async (kind) => {
        const people = all.filter((one) => one.kind === kind).map(({ memberId }) => memberId);
        const latest = people.slice(0, goodNewsLimits.names);
        return {
          kind,
          mine: people.includes(context.me().memberId),
          from: await Promise.all(latest.map((id) => person(context, id))),
          more: people.length > latest.length,
        };
      }),
    );
  }

  @ResolveField(() => GoodNewsCommentConnection, { description: 'oldest first' })
  async comments(
    @Ctx() context: RequestContext,
    @Parent() { news }: GoodNewsType,
    @Args() args: PageArgs,
  ): Promise<Connection<GoodNewsCommentType>> {
    const asked = page(args);
    return connection(
      (await context.load(commentsOnNews(asked), news.id)) ?? [],
      asked,
      (comment) => toCommentType(comment, context.me().memberId),
      keyOf,
    );
  }

  @ResolveField(() => GoodNewsAbilitiesType)
  viewerCan(@Ctx() context: RequestContext, @Parent() { news }: GoodNewsType): GoodNewsAbilitiesType {
    return goodNewsAbilities(context.me(), news);
  }

  @Mutation(() => GoodNewsType)
  @Rule('member')
  async postGoodNews(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: PostGoodNewsInput,
  ): Promise<GoodNewsType> {
    const draft = {
      groupId: optionalIdArg('Group', input.groupId),
      audience: input.audience ?? 'GROUP',
      body: input.body,
    } as const;
    const id = await context.act((tx) => postGoodNews(tx, draft), { key, op: 'postGoodNews', input });
    return shown(context, id);
  }

  @Mutation(() => GoodNewsType, { description: 'on: false takes it back' })
  @Rule('member')
  async reactToGoodNews(
    @Ctx() context: RequestContext,
    @Args('goodNewsId', { type: () => ID }) goodNewsId: string,
    @Args('kind', { type: () => CongratulationEnum }) kind: Congratulation,
    @Args('on', { type: () => Boolean, defaultValue: true }) on: boolean,
  ): Promise<GoodNewsType> {
    const id = idArg('GoodNews', goodNewsId);
    await context.act((tx) => reactToGoodNews(tx, id, kind, on));
    return shown(context, id);
  }

  @Mutation(() => GoodNewsCommentType)
  @Rule('member')
  async commentOnGoodNews(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: CommentOnGoodNewsInput,
  ): Promise<GoodNewsCommentType> {
    const news = idArg('GoodNews', input.goodNewsId);
    const id = await context.act((tx) => commentOnGoodNews(tx, news, input.body), {
      key,
      op: 'commentOnGoodNews',
      input,
    });
    return toCommentType(found(await context.load(goodNewsCommentById, id)), context.me().memberId);
  }

  @Mutation(() => Boolean, { description: 'its writer takes it back: gone for all' })
  @Rule('member')
  async withdrawGoodNewsComment(
    @Ctx() context: RequestContext,
    @Args('commentId', { type: () => ID }) commentId: string,
  ): Promise<boolean> {
    const id = idArg('GoodNewsComment', commentId);
    await context.act((tx) => withdrawGoodNewsComment(tx, id));
    return true;
  }

  @Mutation(() => GoodNewsType)
  @Rule('member')
  async editGoodNews(
    @Ctx() context: RequestContext,
    @Args('input') { goodNewsId, body, expectedVersion = null }: EditGoodNewsInput,
  ): Promise<GoodNewsType> {
    const id = idArg('GoodNews', goodNewsId);
    await context.act((tx) => editGoodNews(tx, id, { body, expectedVersion }));
    return shown(context, id);
  }

  @Mutation(() => Boolean)
  @Rule('member')
  async withdrawGoodNews(
    @Ctx() context: RequestContext,
    @Args('goodNewsId', { type: () => ID }) goodNewsId: string,
  ): Promise<boolean> {
    const id = idArg('GoodNews', goodNewsId);
    await context.act((tx) => withdrawGoodNews(tx, id));
    return true;
  }

  @Subscription(() => GoodNewsType)
  @Rule('member')
  async goodNewsChanged(
    @Ctx() context: RequestContext,
    @Args('goodNewsId', { type: () => ID, nullable: true, description: 'of this piece of news alone' })
    id: string | null,
  ): Promise<AsyncGenerator<Record<string, GoodNewsType>>> {
    const one = optionalIdArg('GoodNews', id);
    if (one) found(await context.load(goodNewsById, one));
    await context.close();
    const { tenantId, memberId } = context.me();
    const changes = this.live.subscribe<{ goodNewsId: GoodNewsId }>(
      one ? goodNewsTopic(tenantId, one) : topicsOfViewer(goodNewsList(tenantId), memberId),
    );
    return liveField(context, 'goodNewsChanged', changes, async ({ goodNewsId }) => {
      const news = await context.load(goodNewsById, goodNewsId);
      return news && toNewsType(news, memberId);
    });
  }
}

@Resolver(() => GoodNewsCommentType)
export class GoodNewsCommentsResolver {
  @FindsNode('GoodNewsComment')
  async findGoodNewsComment(context: RequestContext, id: GoodNewsCommentId): Promise<object | null> {
    const comment = await context.load(goodNewsCommentById, id);
    return comment && toCommentType(comment, context.me().memberId);
  }

  @ResolveField(() => MemberType)
  author(@Ctx() context: RequestContext, @Parent() { comment }: GoodNewsCommentType): Promise<MemberType> {
    return person(context, comment.authorId);
  }
}
