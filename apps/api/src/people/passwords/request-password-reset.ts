import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { minutes, plus } from '@yoriai/domain/kernel';
import { readEmail, signInLimits } from '@yoriai/domain/people';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { Throttle } from '../../platform/auth/throttle.js';
import { CONFIG } from '../../platform/boot/tokens.js';
import type { Config } from '../../platform/config.js';
import { must } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Mail } from '../../platform/mail/mail.js';
import { accounts } from '../sign-in/accounts.js';
import { oneTimeTokens } from '../sign-in/one-time-tokens.js';
import { SignInTries } from '../sign-in/sign-in-tries.js';
import { passwordResetMail } from './password-reset-mail.js';

/** An answer that must not tell whether an address is known takes at least this long, in milliseconds. */
const uniformMs = 150;

@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly db: AuthDb,
    private readonly throttle: Throttle,
    private readonly tries: SignInTries,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Mails a link to a known address; an unknown one gets the same answer after the same time. */
  async requestReset(context: RequestContext, text: string): Promise<void> {
    const email = must(readEmail('email', text));
    await this.throttle.take(...(await this.tries.at(context, 'password-reset', email)));
    const answered = delay(uniformMs);
    const account = await accounts.byEmail(this.db.sql, email);
    if (account) {
      const token = await oneTimeTokens.forReset(this.db.sql, account, signInLimits.reset);
      await this.mail.queue({
        kind: 'password-reset',
        to: email,
        locale: account.locale,
        once: token.id,
        text: passwordResetMail(account.locale, {
          url: `${this.config.publicUrl}/reset#${token.token}`,
          minutes: signInLimits.reset / minutes(1),
        }),
        goodUntil: plus(await this.db.now(), signInLimits.reset),
      });
    }
    await answered;
  }
}
