import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { GroupType, shownGroup } from '../group/group.type.js';
import { charterOfGroup } from '../group/groups.loader.js';
import { amendCharter } from './amend-charter.js';
import { AmendCharterInput } from './charter.inputs.js';
import { CharterType, toCharterType } from './charter.type.js';
import { signCharter } from './sign-charter.js';

@Resolver(() => GroupType)
export class CharterResolver {
  @ResolveField(() => CharterType)
  async charter(@Ctx() context: RequestContext, @Parent() { group }: GroupType): Promise<CharterType> {
    return toCharterType(found(await context.load(charterOfGroup, group.id)), context.me().memberId);
  }

  @Mutation(() => GroupType)
  @Rule('member')
  async signCharter(
    @Ctx() context: RequestContext,
    @Args('groupId', { type: () => ID }) groupId: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<GroupType> {
    const id = idArg('Group', groupId);
    return shownGroup(context, await context.act((tx) => signCharter(tx, id, version)));
  }

  @Mutation(() => GroupType)
  @Rule('member')
  async amendCharter(
    @Ctx() context: RequestContext,
    @Args('input') input: AmendCharterInput,
  ): Promise<GroupType> {
    const groupId = idArg('Group', input.groupId);
    return shownGroup(context, await context.act((tx) => amendCharter(tx, { ...input, groupId })));
  }
}
