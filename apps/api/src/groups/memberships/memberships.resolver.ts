import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { GroupType, shownGroup } from '../group/group.type.js';
import { charterOfGroup } from '../group/groups.loader.js';
import { addGroupMember } from './add-group-member.js';
import { leaveGroup } from './leave-group.js';
import { AddGroupMemberInput, SetGroupRoleInput } from './membership.inputs.js';
import { GroupMembershipType } from './membership.type.js';
import { removeGroupMember } from './remove-group-member.js';
import { setGroupRole } from './set-group-role.js';

@Resolver(() => GroupType)
export class MembershipsResolver {
  @ResolveField(() => [GroupMembershipType])
  async memberships(
    @Ctx() context: RequestContext,
    @Parent() { group }: GroupType,
  ): Promise<GroupMembershipType[]> {
    const charter = await context.load(charterOfGroup, group.id);
    return group.memberships.map((membership) => ({
      ...membership,
      charterSigned: charter?.signedBy.has(membership.memberId) ?? false,
    }));
  }

  @Mutation(() => GroupType)
  @Rule('member')
  async addGroupMember(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: AddGroupMemberInput,
  ): Promise<GroupType> {
    const groupId = idArg('Group', input.groupId);
    const memberId = idArg('Member', input.memberId);
    await context.act((tx) => addGroupMember(tx, { ...input, groupId, memberId }), {
      key,
      op: 'addGroupMember',
      input,
    });
    return shownGroup(context, groupId);
  }

  @Mutation(() => GroupType)
  @Rule('member')
  async setGroupRole(
    @Ctx() context: RequestContext,
    @Args('input') input: SetGroupRoleInput,
  ): Promise<GroupType> {
    const groupId = idArg('Group', input.groupId);
    const memberId = idArg('Member', input.memberId);
    await context.act((tx) => setGroupRole(tx, { ...input, groupId, memberId }));
    return shownGroup(context, groupId);
  }

  @Mutation(() => Boolean)
  @Rule('member')
  async leaveGroup(
    @Ctx() context: RequestContext,
    @Args('groupId', { type: () => ID }) groupId: string,
  ): Promise<boolean> {
    const id = idArg('Group', groupId);
    await context.act((tx) => leaveGroup(tx, id));
    return true;
  }

  @Mutation(() => GroupType)
  @Rule('member')
  async removeGroupMember(
    @Ctx() context: RequestContext,
    @Args('groupId', { type: () => ID }) groupId: string,
    @Args('memberId', { type: () => ID }) memberId: string,
  ): Promise<GroupType> {
    const [group, member] = [idArg('Group', groupId), idArg('Member', memberId)];
    return shownGroup(context, await context.act((tx) => removeGroupMember(tx, group, member)));
  }
}

@Resolver(() => GroupMembershipType)
export class GroupMembershipsResolver {
  @ResolveField(() => MemberType)
  async member(
    @Ctx() context: RequestContext,
    @Parent() { memberId }: GroupMembershipType,
  ): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, memberId)));
  }
}
