import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { groupAbilities } from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import { memberById } from '../../people/members/people.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { found } from '../../platform/errors/must.js';
import { PageArgs, connection, page, type Connection } from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { addGroupMember } from './add-group-member.js';
import { amendCharter } from '../charter/amend-charter.js';
import { createGroup } from './create-group.js';
import { createProgramme } from '../programmes/create-programme.js';
import {
  AddGroupMemberInput,
  AmendCharterInput,
  CreateGroupInput,
  CreateProgrammeInput,
  SetGroupRoleInput,
  UpdateGroupInput,
} from './group.inputs.js';
import {
  CharterType,
  GroupAbilitiesType,
  GroupConnection,
  GroupMembershipType,
  GroupType,
  MemberProposalType,
  ProgrammeType,
  toCharterType,
  toGroupType,
  toProgrammeType,
  toProposalType,
} from './group.type.js';
import { charterOfGroup, groupById, openProposalsOfGroup, programmeById } from './groups.loader.js';
import { groupsStore } from './groups.store.js';
import { leaveGroup, removeGroupMember } from './leave-group.js';
import { programmesStore } from '../programmes/programmes.store.js';
import { setGroupRole } from './set-group-role.js';
import { signCharter } from '../charter/sign-charter.js';
import { updateGroup } from './update-group.js';

/** The group as this viewer now sees it. */
export const shown = async (context: RequestContext, id: GroupId): Promise<GroupType> =>
  toGroupType(found(await context.load(groupById, id)));

@Resolver(() => GroupType)
export class GroupsResolver {
  @Query(() => GroupConnection)
  @Rule('member')
  async groups(@Ctx() context: RequestContext, @Args() args: PageArgs): Promise<Connection<GroupType>> {
    const asked = page(args);
    const groups = await groupsStore.page(await context.read(), asked);
    return connection(groups, asked, toGroupType, (group) => [group.createdAt.toISOString(), group.id]);
  }

  @Query(() => [ProgrammeType])
  @Rule('member')
  async programmes(@Ctx() context: RequestContext): Promise<ProgrammeType[]> {
    return (await programmesStore.all(await context.read())).map(toProgrammeType);
  }

  @ResolveField(() => ProgrammeType, { nullable: true })
  async programme(
    @Ctx() context: RequestContext,
    @Parent() { group }: GroupType,
  ): Promise<ProgrammeType | null> {
    const programme = group.programmeId && (await context.load(programmeById, group.programmeId));
    return programme ? toProgrammeType(programme) : null;
  }

  @ResolveField(() => CharterType)
  async charter(@Ctx() context: RequestContext, @Parent() { group }: GroupType): Promise<CharterType> {
    return toCharterType(found(await context.load(charterOfGroup, group.id)), context.me().memberId);
  }

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

  @ResolveField(() => [MemberProposalType])
  async proposals(
    @Ctx() context: RequestContext,
    @Parent() { group }: GroupType,
  ): Promise<MemberProposalType[]> {
    return ((await context.load(openProposalsOfGroup, group.id)) ?? []).map(toProposalType);
  }

  @ResolveField(() => GroupAbilitiesType)
  viewerCan(@Ctx() context: RequestContext, @Parent() { group }: GroupType): GroupAbilitiesType {
    return groupAbilities(context.me(), group);
  }

  @Mutation(() => ProgrammeType)
  @Rule('admin')
  async createProgramme(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: CreateProgrammeInput,
  ): Promise<ProgrammeType> {
    const id = await context.act((tx) => createProgramme(tx, input), { key, op: 'createProgramme', input });
    return toProgrammeType(found(await context.load(programmeById, id)));
  }

  @Mutation(() => GroupType)
  @Rule('member')
  async createGroup(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: CreateGroupInput,
  ): Promise<GroupType> {
    const programmeId = optionalIdArg('Programme', input.programmeId);
    const id = await context.act((tx) => createGroup(tx, { ...input, programmeId }), {
      key,
      op: 'createGroup',
      input,
    });
    return shown(context, id);
  }

  @Mutation(() => GroupType)
  @Rule('member')
  async updateGroup(
    @Ctx() context: RequestContext,
    @Args('input') input: UpdateGroupInput,
  ): Promise<GroupType> {
    const groupId = idArg('Group', input.groupId);
    const programme = 'programmeId' in input && {
      programmeId: optionalIdArg('Programme', input.programmeId),
    };
    const { programmeId: _, ...changes } = input;
    return shown(context, await context.act((tx) => updateGroup(tx, { ...changes, ...programme, groupId })));
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
    return shown(context, groupId);
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
    return shown(context, groupId);
  }

  @Mutation(() => GroupType)
  @Rule('member')
  async signCharter(
    @Ctx() context: RequestContext,
    @Args('groupId', { type: () => ID }) groupId: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<GroupType> {
    const id = idArg('Group', groupId);
    return shown(context, await context.act((tx) => signCharter(tx, id, version)));
  }

  @Mutation(() => GroupType)
  @Rule('member')
  async amendCharter(
    @Ctx() context: RequestContext,
    @Args('input') input: AmendCharterInput,
  ): Promise<GroupType> {
    const groupId = idArg('Group', input.groupId);
    return shown(context, await context.act((tx) => amendCharter(tx, { ...input, groupId })));
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
    return shown(context, await context.act((tx) => removeGroupMember(tx, group, member)));
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
