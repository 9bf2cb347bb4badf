import { Args, Mutation, Parent, ResolveField, Resolver, Query } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { resolveSupportRequest, whomToThank } from './resolve-support-request.js';
import { shown } from '../requests/shown-request.js';
import { SupportRequestType, toRequestType } from '../requests/support-request.type.js';
import { ThanksType, toThanksType, ResolveSupportRequestInput, ThanksConnection } from './thanks.type.js';
import { thanksOfRequest } from './thanks.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { PageArgs, connection, page, type Connection } from '../../platform/graphql/connection.js';
import { supportRequestById } from '../requests/support-requests.loader.js';
import { thanksStore, type ShownThanks } from './thanks.store.js';

@Resolver(() => SupportRequestType)
export class ThanksOfRequestResolver {
  @ResolveField(() => [ThanksType])
  async thanks(
    @Ctx() context: RequestContext,
    @Parent() { seen }: SupportRequestType,
  ): Promise<ThanksType[]> {
    return ((await context.load(thanksOfRequest, seen.id)) ?? []).map(toThanksType);
  }

  @ResolveField(() => [MemberType], { description: 'whom the asker may thank, those who answered first' })
  async mayThank(
    @Ctx() context: RequestContext,
    @Parent() { seen }: SupportRequestType,
  ): Promise<MemberType[]> {
    const ids = seen.mine ? await whomToThank(await context.read(), seen.id) : [];
    const people = await Promise.all(ids.map((id) => context.load(memberById, id)));
    return people.flatMap((member) => (member ? [toMemberType(member)] : []));
  }

  @Mutation(() => SupportRequestType)
  @Rule('member')
  async resolveSupportRequest(
    @Ctx() context: RequestContext,
    @Args('input') input: ResolveSupportRequestInput,
  ): Promise<SupportRequestType> {
    const requestId = idArg('SupportRequest', input.requestId);
    const helpers = (input.helpers ?? []).map((helper) => ({
      ...helper,
      memberId: idArg('Member', helper.memberId),
    }));
    const { outcome = null, expectedVersion = null } = input;
    await context.act((tx) => resolveSupportRequest(tx, { requestId, helpers, outcome, expectedVersion }));
    return shown(context, requestId);
  }
}

const keyOf = ({ createdAt, requestId }: ShownThanks) => [createdAt.toISOString(), requestId];

@Resolver(() => ThanksType)
export class ThanksResolver {
  @Query(() => ThanksConnection, { description: 'ありがとう that reached the viewer, newest first' })
  @Rule('member')
  async thanksReceived(
    @Ctx() context: RequestContext,
    @Args() args: PageArgs,
  ): Promise<Connection<ThanksType>> {
    const asked = page(args);
    const tx = await context.read();
    const rows = await thanksStore.toMe(tx, asked);
    return connection(rows, asked, toThanksType, keyOf, await thanksStore.countToMe(tx));
  }

  @ResolveField(() => MemberType, { nullable: true })
  async from(@Ctx() context: RequestContext, @Parent() { thanks }: ThanksType): Promise<MemberType | null> {
    const request = await context.load(supportRequestById, thanks.requestId);
    const askerId = request?.askerId ?? thanks.askerId;
    const asker = askerId && (await context.load(memberById, askerId));
    return asker ? toMemberType(asker) : null;
  }

  @ResolveField(() => MemberType)
  async to(@Ctx() context: RequestContext, @Parent() { thanks }: ThanksType): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, thanks.helperId)));
  }

  @ResolveField(() => SupportRequestType, { nullable: true, description: 'while the viewer may read it' })
  async request(
    @Ctx() context: RequestContext,
    @Parent() { thanks }: ThanksType,
  ): Promise<SupportRequestType | null> {
    const request = await context.load(supportRequestById, thanks.requestId);
    return request && toRequestType(request);
  }
}
