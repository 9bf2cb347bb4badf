import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { canInvite, type JoinLinkId } from '@yoriai/domain/groups';
import { ViewerType, viewerType } from '../../people/members/viewer.type.js';
import { CONFIG } from '../../platform/boot/tokens.js';
import type { Config } from '../../platform/config.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { GroupType } from '../group/group.type.js';
import { createJoinLink } from './create-join-link.js';
import { JoinByCode } from './join-by-code.js';
import { CreateJoinLinkInput, JoinByCodeInput } from './join-link.inputs.js';
import { JoinLinkPreviewType, JoinLinkType, toJoinLinkType } from './join-link.type.js';
import { joinLinkById, joinLinksOfGroup } from './join-links.loader.js';
import { revokeJoinLink } from './revoke-join-link.js';
import { groupById } from '../group/groups.loader.js';
import { FindsNode } from '../../platform/graphql/nodes.js';

@Resolver(() => GroupType)
export class JoinLinksResolver {
  constructor(
    private readonly joining: JoinByCode,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @FindsNode('JoinLink')
  async findJoinLink(context: RequestContext, id: JoinLinkId): Promise<object | null> {
    const link = await context.load(joinLinkById, id);
    const group = link && (await context.load(groupById, link.groupId));
    return group && canInvite(context.me(), group).ok ? toJoinLinkType(link, this.config.publicUrl) : null;
  }

  @Query(() => JoinLinkPreviewType, {
    nullable: true,
    description: 'null for a code that was never given out',
  })
  @Rule('public')
  joinLink(
    @Ctx() context: RequestContext,
    @Args('code', { type: () => String }) code: string,
  ): Promise<JoinLinkPreviewType | null> {
    return this.joining.preview(context, code);
  }

  @ResolveField(() => [JoinLinkType], { description: 'for those who may invite; empty for all others' })
  async joinLinks(@Ctx() context: RequestContext, @Parent() { group }: GroupType): Promise<JoinLinkType[]> {
    if (!canInvite(context.me(), group).ok) return [];
    const links = (await context.load(joinLinksOfGroup, group.id)) ?? [];
    return links.map((link) => toJoinLinkType(link, this.config.publicUrl));
  }

  @Mutation(() => JoinLinkType)
  @Rule('member')
  async createJoinLink(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: CreateJoinLinkInput,
  ): Promise<JoinLinkType> {
    const groupId = idArg('Group', input.groupId);
    const once = { key, op: 'createJoinLink', input };
    return this.shown(
      context,
      await context.act((tx) => createJoinLink(tx, { groupId, days: input.days }), once),
    );
  }

  @Mutation(() => JoinLinkType)
  @Rule('member')
  async revokeJoinLink(
    @Ctx() context: RequestContext,
    @Args('joinLinkId', { type: () => ID }) joinLinkId: string,
  ): Promise<JoinLinkType> {
    const id = idArg('JoinLink', joinLinkId);
    return this.shown(context, await context.act((tx) => revokeJoinLink(tx, id)));
  }

  @Mutation(() => ViewerType)
  @Rule('public')
  async joinByCode(
    @Ctx() context: RequestContext,
    @Args('input') input: JoinByCodeInput,
  ): Promise<ViewerType> {
    await this.joining.join(context, input);
    return viewerType(context);
  }

  private async shown(context: RequestContext, id: JoinLinkId): Promise<JoinLinkType> {
    return toJoinLinkType(found(await context.load(joinLinkById, id)), this.config.publicUrl);
  }
}
