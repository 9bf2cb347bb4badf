import { Injectable } from '@nestjs/common';
import { minutes } from '@yoriai/domain/kernel';
import { readEmail, signInLimits } from '@yoriai/domain/people';
import type { Locale } from '@yoriai/domain/tenancy';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { Throttle } from '../../platform/auth/throttle.js';
import { must } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Mail } from '../../platform/mail/mail.js';
import { accounts } from './accounts.js';
import { browserCookie, MailCodes } from './mail-codes.js';
import { signInCodeMail } from './sign-in-code-mail.js';
import { SignInTries } from './sign-in-tries.js';

const { code: codeLimits } = signInLimits;

@Injectable()
export class RequestSignInCode {
  constructor(
    private readonly db: AuthDb,
    private readonly throttle: Throttle,
    private readonly tries: SignInTries,
    private readonly codes: MailCodes,
    private readonly mail: Mail,
  ) {}

  /** Sends a code to any address, also one without an account: it may be needed to join. */
  async requestCode(context: RequestContext, text: string): Promise<void> {
    const email = must(readEmail('email', text));
    await this.throttle.take(...(await this.tries.at(context, 'sign-in-code', email)));
    const browser = context.caller.cookies[browserCookie] ?? this.codes.newBrowser();
    const { id, code, expiresAt } = await this.codes.create(email, browser);
    const account = await accounts.byEmail(this.db.sql, email);
    const locale: Locale = account?.locale ?? context.caller.language ?? 'ja';
    const words = signInCodeMail(locale, { code, minutes: codeLimits.lives / minutes(1) });
    await this.mail.queue({
      kind: 'sign-in-code',
      to: email,
      locale,
      once: id,
      text: words,
      goodUntil: expiresAt,
    });
    if (context.caller.reply)
      context.setCookie(context.caller.reply, browserCookie, browser, (2 * codeLimits.lives) / 1_000);
  }
}
