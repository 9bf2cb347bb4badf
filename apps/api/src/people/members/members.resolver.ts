import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { canSeePhone, statusShownTo, type MemberStatus as Status } from '@yoriai/domain/people';
import { limits, optional } from '@yoriai/domain/kernel';
import { found, must } from '../../platform/errors/must.js';
import { connection, page, PageArgs } from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { MemberConnection, MemberStatus, MemberType, toMemberType } from './member.type.js';
import { membersStore } from './members.store.js';
import { UpdateMemberInput } from './member.inputs.js';
import { addressOfMember, memberById } from './members.loader.js';
import { updateMember } from './update-member.js';
import { canSeeMember } from '@yoriai/domain/people';
import type { MemberId } from '@yoriai/domain/kernel';
import { FindsNode } from '../../platform/graphql/nodes.js';

/** Whom a list may show at all, and whom it shows unless asked. */
const shown: Record<'MEMBER' | 'ADMIN', { all: readonly Status[]; usual: readonly Status[] }> = {
  MEMBER: { all: ['ACTIVE', 'ON_LEAVE', 'ALUMNI'], usual: ['ACTIVE', 'ON_LEAVE'] },
  ADMIN: {
    all: ['INVITED', 'ACTIVE', 'ON_LEAVE', 'ALUMNI', 'SUSPENDED', 'DECEASED'],
    usual: ['INVITED', 'ACTIVE', 'ON_LEAVE', 'SUSPENDED'],
  },
};

@Resolver(() => MemberType)
export class MembersResolver {
  @FindsNode('Member')
  async findMember(context: RequestContext, id: MemberId): Promise<object | null> {
    const member = await context.load(memberById, id);
    return member && canSeeMember(context.me(), member).ok ? toMemberType(member) : null;
  }

  @Query(() => MemberConnection, { description: 'in the order of a phone book' })
  @Rule('member')
  async members(
    @Ctx() context: RequestContext,
    @Args() args: PageArgs,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
    @Args('status', { type: () => [MemberStatus], nullable: true }) status?: Status[] | null,
  ): Promise<MemberConnection> {
    const asked = page(args);
    const words = must(optional('search', search, limits.name));
    const me = context.me();
    const { all, usual } = shown[me.role];
    const wanted = status ? all.filter((one) => status.includes(one)) : usual;
    // A member who looks on leave to this viewer is listed among those on leave.
    const statuses =
      me.role === 'MEMBER' && wanted.includes('ON_LEAVE') ? [...wanted, 'SUSPENDED' as const] : wanted;
    const rows = await membersStore.list(await context.read(), { search: words, statuses }, asked);
    return connection(rows, asked, toMemberType, (row) => [row.sortKey, row.id]);
  }

  @ResolveField(() => MemberStatus)
  status(@Ctx() context: RequestContext, @Parent() { member }: MemberType): Status {
    return statusShownTo(context.me(), member);
  }

  @ResolveField(() => String, { nullable: true, description: 'to oneself and to admins' })
  async email(@Ctx() context: RequestContext, @Parent() { member }: MemberType): Promise<string | null> {
    return canSeePhone(context.me(), member.id).ok ? context.load(addressOfMember, member.id) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'to oneself and to admins' })
  phone(@Ctx() context: RequestContext, @Parent() { member }: MemberType): string | null {
    return canSeePhone(context.me(), member.id).ok ? member.phone : null;
  }

  @Mutation(() => MemberType)
  @Rule('admin')
  async updateMember(
    @Ctx() context: RequestContext,
    @Args('input') input: UpdateMemberInput,
  ): Promise<MemberType> {
    const memberId = idArg('Member', input.memberId);
    await context.act((tx) => updateMember(tx, { ...input, memberId }));
    return toMemberType(found(await context.load(memberById, memberId)));
  }
}
