import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MemberId } from '@yoriai/domain/kernel';
import { MemberType } from '../../people/members/member.type.js';
import { ViewerType } from '../../people/members/viewer.type.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { GroupType, toGroupType } from '../group/group.type.js';
import { groupById, groupIdsOfMember } from '../group/groups.loader.js';

@Resolver(() => MemberType)
export class MembersGroupsResolver {
  @ResolveField(() => [GroupType], { description: 'those that the viewer may see too' })
  groups(@Ctx() context: RequestContext, @Parent() { member }: MemberType): Promise<GroupType[]> {
    return groupsOf(context, member.id);
  }
}

@Resolver(() => ViewerType)
export class ViewersGroupsResolver {
  @ResolveField(() => [GroupType], { description: 'groups that the viewer belongs to' })
  groups(@Ctx() context: RequestContext): Promise<GroupType[]> {
    return groupsOf(context, context.me().memberId);
  }
}

async function groupsOf(context: RequestContext, memberId: MemberId): Promise<GroupType[]> {
  const ids = (await context.load(groupIdsOfMember, memberId)) ?? [];
  const groups = await Promise.all(ids.map((id) => context.load(groupById, id)));
  return groups.flatMap((group) => (group ? [toGroupType(group)] : []));
}
