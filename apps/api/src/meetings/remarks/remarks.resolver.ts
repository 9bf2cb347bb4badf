import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MemberId } from '@yoriai/domain/kernel';
import type { Remark } from '@yoriai/domain/meetings';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { connection, page, PageArgs, type Connection } from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { CheckInType } from '../check-ins/check-in.type.js';
import { TopicType } from '../topics/topic.type.js';
import { makeRemark } from './make-remark.js';
import { withdrawRemark } from './withdraw-remark.js';
import { MakeRemarkInput } from './remark.inputs.js';
import { RemarkConnection, RemarkType, toRemarkType } from './remark.type.js';
import { remarkById, remarksOfCheckIn, remarksOfTopic } from './remarks.loader.js';

const person = async (context: RequestContext, id: MemberId): Promise<MemberType> =>
  toMemberType(found(await context.load(memberById, id)));
const keyOf = ({ createdAt, id }: Remark): string[] => [createdAt.toISOString(), id];

@Resolver(() => CheckInType)
export class CheckInRemarksResolver {
  @ResolveField(() => RemarkConnection)
  async remarks(
    @Ctx() context: RequestContext,
    @Parent() { checkIn }: CheckInType,
    @Args() args: PageArgs,
  ): Promise<Connection<RemarkType>> {
    const asked = page(args);
    const remarks = (await context.load(remarksOfCheckIn(asked), checkIn.id)) ?? [];
    return connection(remarks, asked, toRemarkType, keyOf);
  }
}

@Resolver(() => TopicType)
export class TopicRemarksResolver {
  @ResolveField(() => RemarkConnection)
  async remarks(
    @Ctx() context: RequestContext,
    @Parent() { topic }: TopicType,
    @Args() args: PageArgs,
  ): Promise<Connection<RemarkType>> {
    const asked = page(args);
    const remarks = (await context.load(remarksOfTopic(asked), topic.id)) ?? [];
    return connection(remarks, asked, toRemarkType, keyOf);
  }
}

@Resolver(() => RemarkType)
export class RemarksResolver {
  @ResolveField(() => MemberType)
  member(@Ctx() context: RequestContext, @Parent() { remark }: RemarkType): Promise<MemberType> {
    return person(context, remark.memberId);
  }

  @ResolveField(() => Boolean)
  mine(@Ctx() context: RequestContext, @Parent() { remark }: RemarkType): boolean {
    return remark.memberId === context.me().memberId;
  }

  @Mutation(() => RemarkType)
  @Rule('member')
  async makeRemark(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: MakeRemarkInput,
  ): Promise<RemarkType> {
    const draft = {
      checkInId: optionalIdArg('CheckIn', input.checkInId),
      topicId: optionalIdArg('Topic', input.topicId),
      body: input.body,
    };
    const id = await context.act((tx) => makeRemark(tx, draft), { key, op: 'makeRemark', input });
    return toRemarkType(found(await context.load(remarkById, id)));
  }

  @Mutation(() => Boolean)
  @Rule('member')
  async withdrawRemark(
    @Ctx() context: RequestContext,
    @Args('remarkId', { type: () => ID }) remarkId: string,
  ): Promise<boolean> {
    const id = idArg('Remark', remarkId);
    await context.act((tx) => withdrawRemark(tx, id));
    return true;
  }
}
