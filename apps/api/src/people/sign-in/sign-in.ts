import { Injectable } from '@nestjs/common';
import { foldPassword, passwordLimits, readEmail } from '@yoriai/domain/people';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { passwords } from '../../platform/auth/passwords.js';
import { Throttle } from '../../platform/auth/throttle.js';
import { must, refuse } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { accounts, type Account } from './accounts.js';
import { BeginSession } from './begin-session.js';
import { runLocalStrategy } from './local-strategy.js';
import { oncePerDocument, SignInTries } from './sign-in-tries.js';

/** With a password, for those who keep one. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: AuthDb,
    private readonly throttle: Throttle,
    private readonly tries: SignInTries,
    private readonly session: BeginSession,
  ) {}

  /** SIGN_IN_FAILED, after as long as it takes for any address, unless the password is that of the account. */
  async signIn(
    context: RequestContext,
    input: { email: string; password: string; tenantSlug?: string | null },
  ): Promise<void> {
    oncePerDocument(context);
    const email = must(readEmail('email', input.email));
    const tries = await this.tries.at(context, 'sign-in-failure', email);
    const taken = await this.throttle.take(...tries);
    const account = await this.verify(email, input.password).catch(async (error: unknown) => {
      await this.throttle.giveBack(taken);
      throw error;
    });
    if (!account) return refuse({ code: 'SIGN_IN_FAILED' });
    await this.throttle.giveBack(taken);
    await this.throttle.forget(tries[0].bucket, tries[0].key);
    await this.session.enter(context, account.id, input.tenantSlug ?? null);
  }

  private verify(email: string, password: string): Promise<Account | null> {
    return runLocalStrategy({ email, password }, async () => {
      const found = await accounts.byEmail(this.db.sql, email);
      const folded = foldPassword(password.slice(0, 4 * passwordLimits.max));
      return (await passwords.verify(found?.passwordHash ?? null, folded)) ? found : null;
    });
  }
}
