import { Injectable } from '@nestjs/common';
import type { UserId } from '@yoriai/domain/kernel';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { Sessions } from '../../platform/auth/sessions.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { knownBrowsers } from '../sign-in/known-browsers.js';

/** Leaving, on this device or on all of them. */
@Injectable()
export class SignOut {
  constructor(
    private readonly db: AuthDb,
    private readonly sessions: Sessions,
  ) {}

  here(context: RequestContext): Promise<void> {
    return context.endSession();
  }

  async everywhere(context: RequestContext): Promise<void> {
    await this.endAll(context.user().userId);
    await context.endSession();
  }

  /** Every session ends, and no browser is known any more. */
  async endAll(userId: UserId): Promise<void> {
    await this.sessions.endAll(userId);
    await knownBrowsers.forget(this.db.sql, userId);
  }
}
