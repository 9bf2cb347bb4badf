import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ownHalfYear } from '@yoriai/domain/support';
import { GroupType, toGroupType } from '../../groups/group/group.type.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found, refuse } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { giveAndTakeStore } from './give-and-take.store.js';
import {
  GiveAndTakeFlagType,
  GiveAndTakeType,
  HardTimeType,
  NoteHardTimeInput,
  PutFlagAsideInput,
  toFlagType,
} from './give-and-take.type.js';
import { noteHardTime } from './note-hard-time.js';
import { flagById } from './give-and-take.loader.js';
import { putFlagAside } from './put-flag-aside.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import type { GiveAndTakeFlagId } from '@yoriai/domain/support';
import { FindsNode } from '../../platform/graphql/nodes.js';

@Resolver(() => GiveAndTakeFlagType)
export class GiveAndTakeResolver {
  @FindsNode('GiveAndTakeFlag')
  async findGiveAndTakeFlag(context: RequestContext, id: GiveAndTakeFlagId): Promise<object | null> {
    const flag = await context.load(flagById, id);
    return flag && toFlagType(flag);
  }

  @Query(() => GiveAndTakeType)
  @Rule('member')
  async giveAndTake(@Ctx() context: RequestContext): Promise<GiveAndTakeType> {
    const tx = await context.read();
    const halfYear = ownHalfYear(tx.now, (await tenantOf(tx)).timeZone);
    const hardTime = await giveAndTakeStore.ownHardTime(tx);
    return { ...(await giveAndTakeStore.own(tx, halfYear)), from: halfYear.from, hardTimeSince: hardTime };
  }

  @ResolveField(() => GroupType)
  async group(@Ctx() context: RequestContext, @Parent() { flag }: GiveAndTakeFlagType): Promise<GroupType> {
    return toGroupType(found(await context.load(groupById, flag.groupId)));
  }

  @ResolveField(() => MemberType)
  async member(@Ctx() context: RequestContext, @Parent() { flag }: GiveAndTakeFlagType): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, flag.memberId)));
  }

  @Mutation(() => GiveAndTakeFlagType)
  @Rule('member')
  async putFlagAside(
    @Ctx() context: RequestContext,
    @Args('input') input: PutFlagAsideInput,
  ): Promise<GiveAndTakeFlagType> {
    const id = idArg('GiveAndTakeFlag', input.flagId);
    await context.act((tx) => putFlagAside(tx, id, input.expectedVersion ?? null));
    return toFlagType(found(await context.load(flagById, id)));
  }

  @Mutation(() => Boolean, { description: '大変な時期: spares its member the guard for a year' })
  @Rule('member')
  async noteHardTime(
    @Ctx() context: RequestContext,
    @Args('input') input: NoteHardTimeInput,
  ): Promise<boolean> {
    const groupId = optionalIdArg('Group', input.groupId);
    const memberId = optionalIdArg('Member', input.memberId);
    if ((groupId === null) !== (memberId === null))
      refuse({ code: 'BAD_USER_INPUT', field: groupId ? 'memberId' : 'groupId', rule: 'REQUIRED' } as {
        code: string;
      });
    const about = groupId && memberId ? { groupId, memberId } : null;
    await context.act((tx) => noteHardTime(tx, { about, since: input.since ?? null }));
    return true;
  }
}

@Resolver(() => HardTimeType)
export class HardTimesResolver {
  @ResolveField(() => MemberType)
  async member(@Ctx() context: RequestContext, @Parent() { memberId }: HardTimeType): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, memberId)));
  }
}
