import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { canCreateGroup } from '@yoriai/domain/groups';
import { canManageMembers } from '@yoriai/domain/people';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { found, refuse } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { accounts } from './accounts.js';
import { knownBrowsers } from './known-browsers.js';
import { MemberType, toMemberType } from '../members/member.type.js';
import { SignInInput, UpdateAccountInput } from '../members/people.inputs.js';
import { memberById } from '../members/people.loader.js';
import { SignIn } from './sign-in.js';
import { SessionType, toSessionType, toUserType, UserType } from './user.type.js';
import { TenantAbilitiesType, ViewerType, viewerType } from '../members/viewer.type.js';

@Resolver(() => ViewerType)
export class AccountResolver {
  constructor(
    private readonly db: AuthDb,
    private readonly signing: SignIn,
  ) {}

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

  @ResolveField('sessions', () => [SessionType])
  async devices(@Ctx() context: RequestContext): Promise<SessionType[]> {
    const { userId, sessionId } = context.user();
    return (await accounts.sessionsOf(this.db.sql, userId)).map((session) =>
      toSessionType(session, sessionId),
    );
  }

  @ResolveField(() => TenantAbilitiesType)
  viewerCan(@Ctx() context: RequestContext): TenantAbilitiesType {
    const me = context.me();
    return { manageMembers: canManageMembers(me).ok, createGroups: canCreateGroup(me).ok };
  }

  @Mutation(() => ViewerType)
  @Rule('public')
  async signIn(@Ctx() context: RequestContext, @Args('input') input: SignInInput): Promise<ViewerType> {
    await this.signing.withPassword(context, input);
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
    await this.signing.requestCode(context, email);
    return true;
  }

  @Mutation(() => ViewerType)
  @Rule('public')
  async signInWithCode(
    @Ctx() context: RequestContext,
    @Args('email', { type: () => String }) email: string,
    @Args('code', { type: () => String }) code: string,
  ): Promise<ViewerType> {
    await this.signing.withCode(context, email, code);
    return viewerType(context);
  }

  @Mutation(() => Boolean)
  @Rule('public')
  async signOut(@Ctx() context: RequestContext): Promise<boolean> {
    await context.endSession();
    return true;
  }

  @Mutation(() => Boolean)
  @Rule('user')
  async signOutEverywhere(@Ctx() context: RequestContext): Promise<boolean> {
    await this.signing.endEverywhere(context.user().userId);
    await context.endSession();
    return true;
  }

  @Mutation(() => Boolean)
  @Rule('user')
  async revokeSession(
    @Ctx() context: RequestContext,
    @Args('sessionId', { type: () => ID }) sessionId: string,
  ): Promise<boolean> {
    const id = idArg('Session', sessionId);
    const { userId, sessionId: current } = context.user();
    if (!(await accounts.endSession(this.db.sql, userId, id))) refuse({ code: 'NOT_FOUND' });
    await knownBrowsers.forget(this.db.sql, userId, id);
    if (id === current) await context.endSession();
    return true;
  }

  @Mutation(() => Boolean, { description: 'always true; the link goes by mail' })
  @Rule('public')
  async requestPasswordReset(
    @Ctx() context: RequestContext,
    @Args('email', { type: () => String }) email: string,
  ): Promise<boolean> {
    await this.signing.requestReset(context, email);
    return true;
  }

  @Mutation(() => Boolean)
  @Rule('public')
  async resetPassword(
    @Ctx() context: RequestContext,
    @Args('token', { type: () => String }) token: string,
    @Args('password', { type: () => String }) password: string,
  ): Promise<boolean> {
    await this.signing.reset(context, token, password);
    return true;
  }

  @Mutation(() => UserType, {
    description:
      'null takes the password away: codes by mail go on working. code: a fresh sign-in code, wanted when the session is older than 10 minutes',
  })
  @Rule('user')
  async setPassword(
    @Ctx() context: RequestContext,
    @Args('password', { type: () => String, nullable: true }) password?: string | null,
    @Args('code', { type: () => String, nullable: true }) code?: string | null,
  ): Promise<UserType> {
    return toUserType(await this.signing.setPassword(context, password ?? null, code ?? null));
  }

  @Mutation(() => UserType)
  @Rule('user')
  async updateAccount(
    @Ctx() context: RequestContext,
    @Args('input') input: UpdateAccountInput,
  ): Promise<UserType> {
    await accounts.update(this.db.sql, context.user().userId, input);
    return this.user(context);
  }
}
