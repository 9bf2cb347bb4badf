import { Injectable } from '@nestjs/common';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { Sessions } from '../../platform/auth/sessions.js';
import { refuse } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { knownBrowsers } from '../sign-in/known-browsers.js';

/** One device is signed out, and its browser is a stranger's from then on. */
@Injectable()
export class RevokeSession {
  constructor(
    private readonly db: AuthDb,
    private readonly sessions: Sessions,
  ) {}

  async revoke(context: RequestContext, id: string): Promise<void> {
    const { userId, sessionId: current } = context.user();
    if (!(await this.sessions.endOf(userId, id))) refuse({ code: 'NOT_FOUND' });
    await knownBrowsers.forget(this.db.sql, userId, id);
    if (id === current) await context.endSession();
  }
}
