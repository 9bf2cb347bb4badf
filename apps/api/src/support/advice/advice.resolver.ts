import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { groupById } from '../../groups/group/groups.loader.js';
import { Signing } from '../../platform/auth/signing.js';
import { found } from '../../platform/errors/must.js';
import { blindAnswers } from '../../platform/graphql/blind-answers.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { askLeaveToAdvise, welcomeAdvice } from './ask-leave-to-advise.js';
import { isLeaveAsked } from './advice-leave.loader.js';
import { worriesOfRequest } from '../worries/worries.loader.js';
import { findSimilar } from '../requests/similar-requests.js';
import { shown } from '../requests/shown-request.js';
import { SupportRequestType, toRequestType } from '../requests/support-request.type.js';
import { TellOfWorryInput } from '../requests/support-request.inputs.js';
import { tellOfWorry } from '../worries/tell-of-worry.js';
import { WorryType, toWorryType } from '../worries/worry.type.js';

/** What happens around a request beside replies and offers. */
@Resolver(() => SupportRequestType)
export class AnswersResolver {
  constructor(private readonly signing: Signing) {}

  @Query(() => [SupportRequestType], {
    description: 'up to three past requests like what is being written, the most similar first',
  })
  @Rule('member')
  async similarRequests(
    @Ctx() context: RequestContext,
    @Args('text') text: string,
    @Args('groupId', { type: () => ID, nullable: true }) groupId: string | null,
  ): Promise<SupportRequestType[]> {
    const id = optionalIdArg('Group', groupId);
    if (id) found(await context.load(groupById, id));
    return (await findSimilar(await context.read(), text, id)).map(toRequestType);
  }

  @ResolveField(() => Boolean, {
    description: 'the viewer has asked アドバイスしてもいいですか; to the asker: somebody has',
  })
  async leaveAsked(@Ctx() context: RequestContext, @Parent() { seen }: SupportRequestType): Promise<boolean> {
    return (await context.load(isLeaveAsked, seen.id)) ?? false;
  }

  @Mutation(() => SupportRequestType, { description: 'the asker: アドバイスも聞きたいです' })
  @Rule('member')
  async welcomeAdvice(
    @Ctx() context: RequestContext,
    @Args('requestId', { type: () => ID }) requestId: string,
  ): Promise<SupportRequestType> {
    const id = idArg('SupportRequest', requestId);
    await context.act((tx) => welcomeAdvice(tx, id));
    return shown(context, id);
  }

  @Mutation(() => SupportRequestType, {
    description: 'a reader, once: アドバイスしてもいいですか. The asker is not told who',
  })
  @Rule('member')
  async askLeaveToAdvise(
    @Ctx() context: RequestContext,
    @Args('requestId', { type: () => ID }) requestId: string,
  ): Promise<SupportRequestType> {
    const id = idArg('SupportRequest', requestId);
    await context.act((tx) => askLeaveToAdvise(tx, id));
    return shown(context, id);
  }

  @ResolveField(() => [WorryType], { description: 'empty for everybody but facilitators' })
  async worries(
    @Ctx() context: RequestContext,
    @Parent() { seen }: SupportRequestType,
  ): Promise<WorryType[]> {
    return ((await context.load(worriesOfRequest, seen.id)) ?? []).map(toWorryType);
  }

  @Mutation(() => Boolean, { description: 'この人が心配, told to the facilitators alone' })
  @Rule('member')
  async tellOfWorry(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: TellOfWorryInput,
  ): Promise<boolean> {
    const worry = {
      requestId: idArg('SupportRequest', input.requestId),
      replyId: optionalIdArg('SupportReply', input.replyId),
      note: input.note ?? null,
    };
    return context.act((tx) => tellOfWorry(tx, worry), {
      key,
      op: 'tellOfWorry',
      input,
      unnamed: blindAnswers(this.signing),
    });
  }
}
