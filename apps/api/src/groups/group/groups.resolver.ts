import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { groupAbilities } from '@yoriai/domain/groups';
import { PageArgs, connection, page, type Connection } from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { ProgrammeType, toProgrammeType } from '../programmes/programme.type.js';
import { programmeById } from '../programmes/programmes.loader.js';
import { createGroup } from './create-group.js';
import { CreateGroupInput, UpdateGroupInput } from './group.inputs.js';
import { GroupAbilitiesType, GroupConnection, GroupType, shownGroup, toGroupType } from './group.type.js';
import { groupsStore } from './groups.store.js';
import { updateGroup } from './update-group.js';
import { groupById } from './groups.loader.js';
import type { GroupId } from '@yoriai/domain/kernel';
import { FindsNode } from '../../platform/graphql/nodes.js';

@Resolver(() => GroupType)
export class GroupsResolver {
  @FindsNode('Group')
  async findGroup(context: RequestContext, id: GroupId): Promise<object | null> {
    const group = await context.load(groupById, id);
    return group && toGroupType(group);
  }

  @Query(() => GroupConnection)
  @Rule('member')
  async groups(@Ctx() context: RequestContext, @Args() args: PageArgs): Promise<Connection<GroupType>> {
    const asked = page(args);
    const groups = await groupsStore.page(await context.read(), asked);
    return connection(groups, asked, toGroupType, (group) => [group.createdAt.toISOString(), group.id]);
  }

  @ResolveField(() => ProgrammeType, { nullable: true })
  async programme(
    @Ctx() context: RequestContext,
    @Parent() { group }: GroupType,
  ): Promise<ProgrammeType | null> {
    const programme = group.programmeId && (await context.load(programmeById, group.programmeId));
    return programme ? toProgrammeType(programme) : null;
  }

  @ResolveField(() => GroupAbilitiesType)
  viewerCan(@Ctx() context: RequestContext, @Parent() { group }: GroupType): GroupAbilitiesType {
    return groupAbilities(context.me(), group);
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
    return shownGroup(context, id);
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
    return shownGroup(
      context,
      await context.act((tx) => updateGroup(tx, { ...changes, ...programme, groupId })),
    );
  }
}
