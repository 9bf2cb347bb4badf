import { Injectable } from '@nestjs/common';
import { choosePassword, isFresh } from '@yoriai/domain/people';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { passwords } from '../../platform/auth/passwords.js';
import { Sessions } from '../../platform/auth/sessions.js';
import { must, refuse } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { accounts, type Account } from '../sign-in/accounts.js';
import { BeginSession } from '../sign-in/begin-session.js';
import { knownBrowsers } from '../sign-in/known-browsers.js';
import { ProveAddress } from '../sign-in/prove-address.js';
import { oncePerDocument } from '../sign-in/sign-in-tries.js';

@Injectable()
export class SetPassword {
  constructor(
    private readonly db: AuthDb,
    private readonly sessions: Sessions,
    private readonly address: ProveAddress,
    private readonly session: BeginSession,
  ) {}

  /** Sets, changes or (null) removes the caller's password; their other sessions end. */
  async setPassword(context: RequestContext, password: string | null, code: string | null): Promise<Account> {
    oncePerDocument(context);
    const { userId, sessionId, provenAt } = context.user();
    const account = (await accounts.byId(this.db.sql, userId)) ?? refuse({ code: 'UNAUTHENTICATED' });
    const chosen = password === null ? null : must(choosePassword(password, aboutAddress(account.email)));
    const fresh = isFresh(provenAt, await this.db.now());
    if (code !== null) {
      await this.address.redeem(context, account.email, code);
      await this.address.proven(context, userId);
    } else if (!fresh) refuse({ code: 'FRESH_CODE_NEEDED' });
    const passwordHash = chosen === null ? null : await passwords.hash(chosen);
    await accounts.setPassword(this.db.sql, userId, passwordHash);
    await this.sessions.endAll(userId, sessionId);
    await knownBrowsers.forget(this.db.sql, userId);
    await this.session.remember(context);
    return { ...account, passwordHash };
  }
}

/** What a person's own password would be guessed from first. */
export const aboutAddress = (email: string): readonly string[] => [email, email.split('@')[0]!];
