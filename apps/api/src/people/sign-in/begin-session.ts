import { Injectable } from '@nestjs/common';
import type { TenantId, UserId } from '@yoriai/domain/kernel';
import { signInLimits } from '@yoriai/domain/people';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { refuse } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { accounts } from './accounts.js';
import { knownBrowserCookie, knownBrowsers } from './known-browsers.js';
import { SignInTries } from './sign-in-tries.js';

/** What follows once a person has shown who they are. */
@Injectable()
export class BeginSession {
  constructor(
    private readonly db: AuthDb,
    private readonly tries: SignInTries,
  ) {}

  /** A new session in the tenant asked for, or in the one they were in last. */
  async enter(context: RequestContext, userId: UserId, slug: string | null): Promise<void> {
    const tenantId = await this.tenantOf(userId, slug);
    await this.tries.countSuccess(context);
    await this.start(context, userId, tenantId);
    if (!context.viewer) refuse({ code: 'NO_MEMBERSHIP' });
  }

  private async tenantOf(userId: UserId, slug: string | null): Promise<TenantId | null> {
    if (slug === null) return accounts.lastTenantOf(this.db.sql, userId);
    const tenants = await accounts.tenantsOf(this.db.sql, userId);
    return tenants.find((one) => one.slug === slug)?.tenantId ?? refuse({ code: 'NOT_FOUND' });
  }

  /** The session of a browser that has shown who it is; the account knows the browser from now on. */
  async start(context: RequestContext, userId: UserId, tenantId: TenantId | null): Promise<void> {
    await context.startSession(userId, tenantId);
    await this.remember(context);
  }

  /** This browser is known for the account from now on; its token is new after each sign-in. */
  async remember(context: RequestContext): Promise<void> {
    const { cookies, reply } = context.caller;
    const signedIn = context.user();
    const token = await this.db.transaction((sql) =>
      knownBrowsers.remember(sql, cookies[knownBrowserCookie], signedIn),
    );
    if (reply) context.setCookie(reply, knownBrowserCookie, token, signInLimits.knownBrowser / 1_000);
  }
}
