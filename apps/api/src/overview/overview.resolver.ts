import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { leadsGroup } from '@yoriai/domain/groups';
import { days, plus } from '@yoriai/domain/kernel';
import { quietMembers } from '@yoriai/domain/overview';
import { worryDays } from '@yoriai/domain/support';
import { GroupType, toGroupType } from '../groups/group/group.type.js';
import { groupById } from '../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../people/members/member.type.js';
import { memberById } from '../people/members/members.loader.js';
import { ViewerType } from '../people/members/viewer.type.js';
import { found } from '../platform/errors/must.js';
import { PageArgs, connection, page, type Connection } from '../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../platform/graphql/context.js';
import { idArg } from '../platform/graphql/ids.js';
import { Rule } from '../platform/graphql/rule.js';
import { flagsOfGroup, hardTimesOfGroup } from '../support/give-and-take/give-and-take.loader.js';
import {
  GiveAndTakeFlagType,
  HardTimeType,
  toFlagType,
} from '../support/give-and-take/give-and-take.type.js';
import { FacilitatorOverviewType, QuietMemberType, TypesInMonthType } from './overview.type.js';
import { overviewStore } from './overview.store.js';
import {
  SupportRequestConnection,
  toRequestType,
  type SupportRequestType,
} from '../support/requests/support-request.type.js';
import { supportRequestById } from '../support/requests/support-requests.loader.js';
import { tenantOf } from '../tenancy/tenant-of.js';
import { worriesOfGroup } from '../support/worries/worries.loader.js';
import { WorryConnection, WorryType, toWorryType } from '../support/worries/worry.type.js';

@Resolver(() => FacilitatorOverviewType)
export class FacilitatorOverviewResolver {
  /** For facilitators of the group; for all others, the office too, it does not exist. */
  @Query(() => FacilitatorOverviewType)
  @Rule('member')
  async facilitatorOverview(
    @Ctx() context: RequestContext,
    @Args('groupId', { type: () => ID }) groupId: string,
  ): Promise<FacilitatorOverviewType> {
    const group = found(await context.load(groupById, idArg('Group', groupId)));
    return { of: found(leadsGroup(group, context.me().memberId) ? group : null) };
  }

  @ResolveField(() => GroupType)
  group(@Parent() { of }: FacilitatorOverviewType): GroupType {
    return toGroupType(of);
  }

  @ResolveField(() => SupportRequestConnection, { description: 'those who have waited longest come first' })
  async unanswered(
    @Ctx() context: RequestContext,
    @Parent() { of }: FacilitatorOverviewType,
    @Args() args: PageArgs,
  ): Promise<Connection<SupportRequestType>> {
    const asked = page(args);
    const ids = await overviewStore.unanswered(await context.read(), of.id, asked);
    const requests = await Promise.all(ids.map((id) => context.load(supportRequestById, id)));
    return connection(
      requests.filter((one) => one !== null),
      asked,
      toRequestType,
      ({ createdAt, id }) => [createdAt.toISOString(), id],
    );
  }

  @ResolveField(() => WorryConnection, {
    description: 'この人が心配, as told to the viewer in the last 60 days, newest first',
  })
  async worries(
    @Ctx() context: RequestContext,
    @Parent() { of }: FacilitatorOverviewType,
    @Args() args: PageArgs,
  ): Promise<Connection<WorryType>> {
    const asked = page(args);
    const tx = await context.read();
    const told = (await context.load(worriesOfGroup(plus(tx.now, -days(worryDays)), asked), of.id)) ?? [];
    return connection(told, asked, toWorryType, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  @ResolveField(() => [QuietMemberType])
  async quietMembers(
    @Ctx() context: RequestContext,
    @Parent() { of }: FacilitatorOverviewType,
  ): Promise<QuietMemberType[]> {
    const tx = await context.read();
    return [...quietMembers(await overviewStore.lastSeen(tx, of.id), tx.now)];
  }

  @ResolveField(() => [TypesInMonthType], { description: 'the last six months, oldest first' })
  async typesByMonth(
    @Ctx() context: RequestContext,
    @Parent() { of }: FacilitatorOverviewType,
  ): Promise<TypesInMonthType[]> {
    const tx = await context.read();
    return overviewStore.typesByMonth(tx, of.id, (await tenantOf(tx)).timeZone);
  }

  @ResolveField(() => [GiveAndTakeFlagType])
  async flags(
    @Ctx() context: RequestContext,
    @Parent() { of }: FacilitatorOverviewType,
  ): Promise<GiveAndTakeFlagType[]> {
    return ((await context.load(flagsOfGroup, of.id)) ?? []).map(toFlagType);
  }

  @ResolveField(() => [HardTimeType])
  async hardTimes(
    @Ctx() context: RequestContext,
    @Parent() { of }: FacilitatorOverviewType,
  ): Promise<HardTimeType[]> {
    return (await context.load(hardTimesOfGroup, of.id)) ?? [];
  }
}

@Resolver(() => QuietMemberType)
export class QuietMembersResolver {
  @ResolveField(() => MemberType)
  async member(@Ctx() context: RequestContext, @Parent() { memberId }: QuietMemberType): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, memberId)));
  }
}

@Resolver(() => ViewerType)
export class FacilitatedGroupsResolver {
  @ResolveField(() => [GroupType], { description: 'groups that the viewer facilitates' })
  async facilitates(@Ctx() context: RequestContext): Promise<GroupType[]> {
    const ids = await overviewStore.facilitates(await context.read());
    const groups = await Promise.all(ids.map((id) => context.load(groupById, id)));
    return groups.filter((group) => group !== null).map(toGroupType);
  }
}
