import { Injectable } from '@nestjs/common';
import { choosePassword } from '@yoriai/domain/people';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { passwords } from '../../platform/auth/passwords.js';
import { Throttle } from '../../platform/auth/throttle.js';
import { must, refuse } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { SignOut } from '../sessions/sign-out.js';
import { accounts } from '../sign-in/accounts.js';
import { oneTimeTokens } from '../sign-in/one-time-tokens.js';
import { oncePerDocument, SignInTries } from '../sign-in/sign-in-tries.js';
import { aboutAddress } from './set-password.js';

@Injectable()
export class ResetPassword {
  constructor(
    private readonly db: AuthDb,
    private readonly throttle: Throttle,
    private readonly tries: SignInTries,
    private readonly sessions: SignOut,
  ) {}

  /** A mailed link proves the address. All sessions end; the new password, or a code, signs in again. */
  async reset(context: RequestContext, token: string, password: string): Promise<void> {
    oncePerDocument(context);
    const link = (await oneTimeTokens.findReset(this.db.sql, token)) ?? refuse({ code: 'LINK_INVALID' });
    const chosen = must(choosePassword(password, aboutAddress(link.email)));
    await this.tries.countSuccess(context);
    const passwordHash = await passwords.hash(chosen);
    await this.db.transaction(async (sql) => {
      if (!(await oneTimeTokens.useReset(sql, token))) refuse({ code: 'LINK_INVALID' });
      await accounts.prove(sql, link.userId);
      await accounts.setPassword(sql, link.userId, passwordHash);
    });
    await this.sessions.endAll(link.userId);
    await this.throttle.forget('sign-in-failure:account', link.email);
  }
}
