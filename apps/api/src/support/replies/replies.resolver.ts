import type { SupportReply } from '@yoriai/domain/support';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberType } from '../../people/members/member.type.js';
import { found } from '../../platform/errors/must.js';
import {
  PageArgs,
  connection,
  edgeOf,
  page,
  type Connection,
  type Edge,
} from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { replyToSupportRequest } from './reply-to-support-request.js';
import { person } from '../requests/shown-request.js';
import { SupportReplyConnection, SupportReplyType, toReplyType, ReplyInput } from './support-reply.type.js';
import { SupportRequestType } from '../requests/support-request.type.js';
import { repliesOfRequest, supportReplyById } from './replies.loader.js';
import { supportRequestById } from '../requests/support-requests.loader.js';
import { answersOf } from '../requests/unnamed-answers.js';
import type { SupportReplyId } from '@yoriai/domain/support';
import { FindsNode } from '../../platform/graphql/nodes.js';

const keyOf = ({ createdAt, id }: SupportReply) => [createdAt.toISOString(), id];

/** A reply in its place in the thread. */
export const replyEdge = (reply: SupportReply): Edge<SupportReplyType> => edgeOf(reply, toReplyType, keyOf);

@Resolver(() => SupportReplyType)
export class SupportRepliesResolver {
  @FindsNode('SupportReply')
  async findSupportReply(context: RequestContext, id: SupportReplyId): Promise<object | null> {
    const reply = await context.load(supportReplyById, id);
    return reply && toReplyType(reply);
  }

  /** The asker's own words carry the asker's name as far as the viewer may know it. */
  @ResolveField(() => MemberType, { nullable: true })
  async author(
    @Ctx() context: RequestContext,
    @Parent() { reply }: SupportReplyType,
  ): Promise<MemberType | null> {
    if (!reply.byAsker) return person(context, reply.authorId);
    return person(context, (await context.load(supportRequestById, reply.requestId))?.askerId ?? null);
  }
}
@Resolver(() => SupportRequestType)
export class RepliesOfRequestResolver {
  @ResolveField(() => SupportReplyConnection)
  async replies(
    @Ctx() context: RequestContext,
    @Parent() { seen }: SupportRequestType,
    @Args() args: PageArgs,
  ): Promise<Connection<SupportReplyType>> {
    const asked = page(args);
    return connection(
      (await context.load(repliesOfRequest(asked), seen.id)) ?? [],
      asked,
      toReplyType,
      keyOf,
    );
  }

  @Mutation(() => SupportReplyType)
  @Rule('member')
  async replyToSupportRequest(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: ReplyInput,
  ): Promise<SupportReplyType> {
    const reply = {
      requestId: idArg('SupportRequest', input.requestId),
      body: input.body,
      gives: input.gives ?? null,
    };
    const id = await context.act((tx) => replyToSupportRequest(tx, reply), {
      key,
      op: 'replyToSupportRequest',
      input,
      unnamed: answersOf(reply.requestId),
    });
    return toReplyType(found(await context.load(supportReplyById, id)));
  }
}
