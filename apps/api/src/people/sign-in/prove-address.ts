import { Injectable } from '@nestjs/common';
import type { UserId } from '@yoriai/domain/kernel';
import { readEmail, readMailCode } from '@yoriai/domain/people';
import type { Locale } from '@yoriai/domain/tenancy';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { Throttle } from '../../platform/auth/throttle.js';
import { must, refuse } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { accounts } from './accounts.js';
import { browserCookie, MailCodes } from './mail-codes.js';
import { oncePerDocument, SignInTries } from './sign-in-tries.js';

/** An address is proven, by the code that was mailed to it. */
@Injectable()
export class ProveAddress {
  constructor(
    private readonly db: AuthDb,
    private readonly throttle: Throttle,
    private readonly tries: SignInTries,
    private readonly codes: MailCodes,
  ) {}

  /** The address, if the code that was mailed to it is right. Errors: CODE_INVALID. */
  async redeem(context: RequestContext, text: string, typed: string): Promise<string> {
    const email = must(readEmail('email', text));
    const code = must(readMailCode(typed));
    const taken = await this.throttle.take(...(await this.tries.ofCode(context, email)));
    const browser = context.caller.cookies[browserCookie];
    if (browser === undefined || !(await this.codes.redeem(email, browser, code)))
      return refuse({ code: 'CODE_INVALID' });
    await this.throttle.giveBack(taken);
    return email;
  }

  /** For joining: the address is shown to be theirs; the account is made if there is none. This signs no one in. */
  async proveByCode(
    context: RequestContext,
    text: string,
    code: string,
    locale: Locale,
  ): Promise<{ userId: UserId; email: string; hasPassword: boolean }> {
    oncePerDocument(context);
    const email = await this.redeem(context, text, code);
    await this.tries.countSuccess(context);
    const account =
      (await accounts.create(this.db.sql, { email, passwordHash: null, locale, proven: true })) ??
      (await accounts.byEmail(this.db.sql, email)) ??
      refuse({ code: 'CODE_INVALID' });
    await this.proven(context, account.id);
    return { userId: account.id, email, hasPassword: account.passwordHash !== null };
  }

  /** The address was shown to be theirs: by a code, or by a provider that vouches for it (OpenID Connect). */
  async proven(context: RequestContext, userId: UserId): Promise<void> {
    const sameHand = context.signedIn?.userId === userId ? context.signedIn.sessionId : null;
    await this.db.transaction((sql) => accounts.prove(sql, userId, sameHand));
  }
}
