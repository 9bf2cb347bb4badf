import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { canCreateGroup } from '@yoriai/domain/groups';
import { canManageMembers } from '@yoriai/domain/people';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { Rule } from '../../platform/graphql/rule.js';
import { MemberType, toMemberType } from '../members/member.type.js';
import { memberById } from '../members/members.loader.js';
import { TenantAbilitiesType, ViewerType, viewerType } from '../members/viewer.type.js';
import { accounts } from './accounts.js';
import { RequestSignInCode } from './request-sign-in-code.js';
import { SignInWithCode } from './sign-in-with-code.js';
import { SignInInput } from './sign-in.inputs.js';
import { SignIn } from './sign-in.js';
import { toUserType, UserType } from './user.type.js';
import type { UserId } from '@yoriai/domain/kernel';
import { FindsNode } from '../../platform/graphql/nodes.js';

@Resolver(() => ViewerType)
export class AccountResolver {
  constructor(
    private readonly db: AuthDb,
    private readonly password: SignIn,
    private readonly code: SignInWithCode,
    private readonly request: RequestSignInCode,
  ) {}

  @FindsNode('User')
  async findUser(context: RequestContext, id: UserId): Promise<object | null> {
    if (id !== context.user().userId) return null;
    const account = await accounts.byId(this.db.sql, context.user().userId);
    return account && toUserType(account);
  }

  @Query(() => ViewerType, { nullable: true })
  @Rule('public')
  viewer(@Ctx() context: RequestContext): ViewerType | null {
    return context.viewer ? viewerType(context) : null;
  }

  @Query(() => UserType, {
    nullable: true,
    description: 'the user of this session, also while they belong to no tenant yet',
  })
  @Rule('public')
  async me(@Ctx() context: RequestContext): Promise<UserType | null> {
    return context.signedIn && this.user(context);
  }

  @ResolveField(() => UserType)
  async user(@Ctx() context: RequestContext): Promise<UserType> {
    return toUserType(found(await accounts.byId(this.db.sql, context.user().userId)));
  }

  @ResolveField(() => MemberType)
  async member(@Ctx() context: RequestContext): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, context.me().memberId)));
  }

  @ResolveField(() => TenantAbilitiesType)
  viewerCan(@Ctx() context: RequestContext): TenantAbilitiesType {
    const me = context.me();
    return { manageMembers: canManageMembers(me).ok, createGroups: canCreateGroup(me).ok };
  }

  @Mutation(() => ViewerType)
  @Rule('public')
  async signIn(@Ctx() context: RequestContext, @Args('input') input: SignInInput): Promise<ViewerType> {
    await this.password.signIn(context, input);
    return viewerType(context);
  }

  @Mutation(() => Boolean, {
    description: 'always true; the code goes by mail and works in this browser only',
  })
  @Rule('public')
  async requestSignInCode(
    @Ctx() context: RequestContext,
    @Args('email', { type: () => String }) email: string,
  ): Promise<boolean> {
    await this.request.requestCode(context, email);
    return true;
  }

  @Mutation(() => ViewerType)
  @Rule('public')
  async signInWithCode(
    @Ctx() context: RequestContext,
    @Args('email', { type: () => String }) email: string,
    @Args('code', { type: () => String }) code: string,
  ): Promise<ViewerType> {
    await this.code.signIn(context, email, code);
    return viewerType(context);
  }
}
