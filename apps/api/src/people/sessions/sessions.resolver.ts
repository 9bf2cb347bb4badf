import { Args, ID, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Sessions } from '../../platform/auth/sessions.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { ViewerType } from '../members/viewer.type.js';
import { RevokeSession } from './revoke-session.js';
import { SessionType, toSessionType } from './session.type.js';
import { SignOut } from './sign-out.js';
import type { Id } from '@yoriai/domain/kernel';
import { FindsNode } from '../../platform/graphql/nodes.js';

@Resolver(() => ViewerType)
export class SessionsResolver {
  constructor(
    private readonly sessions: Sessions,
    private readonly leaving: SignOut,
    private readonly revoking: RevokeSession,
  ) {}

  @FindsNode('Session')
  async findSession(context: RequestContext, id: Id<'Session'>): Promise<object | null> {
    const { userId, sessionId } = context.user();
    const session = (await this.sessions.ofUser(userId)).find((one) => one.id === id);
    return session ? toSessionType(session, sessionId) : null;
  }

  @ResolveField('sessions', () => [SessionType])
  async devices(@Ctx() context: RequestContext): Promise<SessionType[]> {
    const { userId, sessionId } = context.user();
    return (await this.sessions.ofUser(userId)).map((session) => toSessionType(session, sessionId));
  }

  @Mutation(() => Boolean)
  @Rule('public')
  async signOut(@Ctx() context: RequestContext): Promise<boolean> {
    await this.leaving.here(context);
    return true;
  }

  @Mutation(() => Boolean)
  @Rule('user')
  async signOutEverywhere(@Ctx() context: RequestContext): Promise<boolean> {
    await this.leaving.everywhere(context);
    return true;
  }

  @Mutation(() => Boolean)
  @Rule('user')
  async revokeSession(
    @Ctx() context: RequestContext,
    @Args('sessionId', { type: () => ID }) sessionId: string,
  ): Promise<boolean> {
    const id = idArg('Session', sessionId);
    await this.revoking.revoke(context, id);
    return true;
  }
}
