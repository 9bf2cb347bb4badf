import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { GroupType } from '../../groups/group/group.type.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { revealSupportRequestAuthor } from './reveal-support-request-author.js';
import { shown } from '../requests/shown-request.js';
import { SupportRequestType } from '../requests/support-request.type.js';
import { hidesAmongGroup } from './anonymity.loader.js';

@Resolver(() => GroupType)
export class HidesAmongResolver {
  @ResolveField(() => Int, {
    description:
      'among how many others one hides who asks here without a name: those who could read it today',
  })
  async hidesAmong(@Ctx() context: RequestContext, @Parent() { group }: GroupType): Promise<number> {
    return found(await context.load(hidesAmongGroup, group.id));
  }
}
@Resolver(() => SupportRequestType)
export class RevealAuthorResolver {
  @Mutation(() => SupportRequestType, {
    description: 'an anonymous asker gives their name; there is no way back',
  })
  @Rule('member')
  async revealSupportRequestAuthor(
    @Ctx() context: RequestContext,
    @Args('requestId', { type: () => ID }) requestId: string,
  ): Promise<SupportRequestType> {
    const id = idArg('SupportRequest', requestId);
    await context.act((tx) => revealSupportRequestAuthor(tx, id));
    return shown(context, id);
  }
}
