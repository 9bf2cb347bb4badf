import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { askLeaveToAdvise } from './ask-leave-to-advise.js';
import { welcomeAdvice } from './welcome-advice.js';
import { isLeaveAsked } from './advice-leave.loader.js';
import { shown } from '../requests/shown-request.js';
import { SupportRequestType } from '../requests/support-request.type.js';

@Resolver(() => SupportRequestType)
export class AdviceResolver {
  @ResolveField(() => Boolean, {
    description: 'the viewer has asked アドバイスしてもいいですか; to the asker: a helper has',
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
}
