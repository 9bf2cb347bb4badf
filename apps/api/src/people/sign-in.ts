import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { minutes, plus, type TenantId, type UserId } from '@yoriai/domain/kernel';
import {
  choosePassword,
  foldPassword,
  passwordLimits,
  readEmail,
  readMailCode,
  signInLimits,
} from '@yoriai/domain/people';
import type { Locale } from '@yoriai/domain/tenancy';
import { AuthDb } from '../platform/auth/auth-db.js';
import { passwords } from '../platform/auth/passwords.js';
import { Sessions } from '../platform/auth/sessions.js';
import { Throttle } from '../platform/auth/throttle.js';
import { CONFIG } from '../platform/boot/tokens.js';
import type { Config } from '../platform/config.js';
import { must, refuse } from '../platform/errors/must.js';
import type { RequestContext } from '../platform/graphql/context.js';
import { Mail } from '../platform/mail/mail.js';
import { accounts, type Account } from './accounts.js';
import { runLocalStrategy } from './local-strategy.js';
import { MailCodes } from './mail-codes.js';
import { oneTimeTokens } from './one-time-tokens.js';
import { peopleMails } from './people.mails.js';

const { failures, successes, code: codeLimits } = signInLimits;
/** An answer that must not tell whether an address is known takes at least this long, in milliseconds. */
const uniformMs = 150;
export const browserCookie = 'code-browser';

/** Ways to show who one is. Every way counts what it tries by account and by network address. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: AuthDb,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly codes: MailCodes,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async withPassword(
    context: RequestContext,
    input: { email: string; password: string; tenantSlug?: string | null },
  ): Promise<void> {
    oncePerDocument(context);
    const email = must(readEmail('email', input.email));
    const account = await this.check(context, email, input.password);
    await this.enter(context, account.id, input.tenantSlug ?? null);
  }

  /** The account behind an address and a password, or SIGN_IN_FAILED after as long as it takes for any. */
  async check(context: RequestContext, email: string, password: string): Promise<Account> {
    const { address } = context.caller;
    await this.throttle.check('sign-in-failure:account', email, failures.perAccount, failures.within);
    await this.throttle.check(
      'sign-in-failure:network',
      address,
      failures.perNetworkAddress,
      failures.within,
    );
    const account = await runLocalStrategy({ email, password }, async () => {
      const found = await accounts.byEmail(this.db.sql, email);
      const folded = foldPassword(password.slice(0, 4 * passwordLimits.max));
      return (await passwords.verify(found?.passwordHash ?? null, folded)) ? found : null;
    });
    if (!account) {
      await this.throttle.count('sign-in-failure:account', email, failures.within);
      await this.throttle.count('sign-in-failure:network', address, failures.within);
      return refuse({ code: 'SIGN_IN_FAILED' });
    }
    await this.throttle.forget('sign-in-failure:account', email);
    return account;
  }

  /** Sends a code to the address, whoever's it is: somebody may need it to join. */
  async requestCode(context: RequestContext, text: string): Promise<void> {
    const email = must(readEmail('email', text));
    await this.countMail(context, 'sign-in-code', email);
    const browser = context.caller.cookies[browserCookie] ?? this.codes.newBrowser();
    const { id, code, expiresAt } = await this.codes.create(email, browser);
    const account = await accounts.byEmail(this.db.sql, email);
    const locale: Locale = account?.locale ?? context.caller.language ?? 'ja';
    const words = peopleMails.signInCode(locale, { code, minutes: codeLimits.lives / minutes(1) });
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

  async withCode(context: RequestContext, text: string, code: string): Promise<void> {
    oncePerDocument(context);
    const email = await this.redeem(context, text, code);
    const account = (await accounts.byEmail(this.db.sql, email)) ?? refuse({ code: 'NO_MEMBERSHIP' });
    await this.proven(context, account.id);
    await this.enter(context, account.id, null);
  }

  /** For joining: the address is shown to be theirs; the account is made if there is none. Nobody is signed in yet. */
  async proveByCode(
    context: RequestContext,
    text: string,
    code: string,
    locale: Locale,
  ): Promise<{ userId: UserId; email: string }> {
    oncePerDocument(context);
    const email = await this.redeem(context, text, code);
    await this.countSuccess(context);
    const account =
      (await accounts.create(this.db.sql, { email, passwordHash: null, locale, proven: true })) ??
      (await accounts.byEmail(this.db.sql, email)) ??
      refuse({ code: 'CODE_INVALID' });
    await this.proven(context, account.id);
    return { userId: account.id, email };
  }

  /** The address was shown to be theirs: by a code, or by whoever vouches for it (OpenID Connect). */
  async proven(context: RequestContext, userId: UserId): Promise<void> {
    const sameHand = context.signedIn?.userId === userId ? context.signedIn.sessionId : null;
    await this.db.transaction((sql) => accounts.prove(sql, userId, sameHand));
  }

  /** A new session in the tenant asked for, or in the one they may enter. */
  async enter(context: RequestContext, userId: UserId, slug: string | null): Promise<void> {
    const tenants = await accounts.tenantsOf(this.db.sql, userId);
    const tenant =
      slug === null ? null : (tenants.find((one) => one.slug === slug) ?? refuse({ code: 'NOT_FOUND' }));
    await this.countSuccess(context);
    await this.start(context, userId, tenant?.tenantId ?? tenants[0]?.tenantId ?? null);
    if (!context.viewer) refuse({ code: 'NO_MEMBERSHIP' });
  }

  /** The session of a browser that has shown who it is. */
  start(context: RequestContext, userId: UserId, tenantId: TenantId | null): Promise<void> {
    return context.startSession(userId, tenantId);
  }

  async countSuccess(context: RequestContext): Promise<void> {
    await this.throttle.take(
      'sign-in:network',
      context.caller.address,
      successes.perNetworkAddress,
      successes.within,
    );
  }

  /** Mails a link to a known address; an unknown one gets the same answer after the same time. */
  async requestReset(context: RequestContext, text: string): Promise<void> {
    const email = must(readEmail('email', text));
    await this.countMail(context, 'password-reset', email);
    const answered = delay(uniformMs);
    const account = await accounts.byEmail(this.db.sql, email);
    if (account) {
      const token = await oneTimeTokens.forReset(this.db.sql, account, signInLimits.reset);
      await this.mail.queue({
        kind: 'password-reset',
        to: email,
        locale: account.locale,
        once: token.id,
        text: peopleMails.passwordReset(account.locale, {
          url: `${this.config.publicUrl}/reset#${token.token}`,
          minutes: signInLimits.reset / minutes(1),
        }),
        goodUntil: plus(await this.db.now(), signInLimits.reset),
      });
    }
    await answered;
  }

  /** A mailed link proves the address. All sessions end; the new password, or a code, signs in again. */
  async reset(context: RequestContext, token: string, password: string): Promise<void> {
    oncePerDocument(context);
    const link = (await oneTimeTokens.findReset(this.db.sql, token)) ?? refuse({ code: 'LINK_INVALID' });
    const chosen = must(choosePassword(password, aboutAddress(link.email)));
    await this.countSuccess(context);
    const passwordHash = await passwords.hash(chosen);
    await this.db.transaction(async (sql) => {
      if (!(await oneTimeTokens.useReset(sql, token))) refuse({ code: 'LINK_INVALID' });
      await accounts.prove(sql, link.userId);
      await accounts.setPassword(sql, link.userId, passwordHash);
    });
    await this.sessions.endAll(link.userId);
    await this.throttle.forget('sign-in-failure:account', link.email);
  }

  /** Sets, changes or (null) takes away the password of whoever is signed in; their other sessions end. */
  async setPassword(context: RequestContext, password: string | null, code: string | null): Promise<Account> {
    oncePerDocument(context);
    const { userId, sessionId, provenAt } = context.user();
    const account = (await accounts.byId(this.db.sql, userId)) ?? refuse({ code: 'UNAUTHENTICATED' });
    const chosen = password === null ? null : must(choosePassword(password, aboutAddress(account.email)));
    const fresh = (await this.db.now()).getTime() - provenAt.getTime() <= signInLimits.fresh;
    if (code !== null) {
      await this.redeem(context, account.email, code);
      await this.proven(context, userId);
    } else if (!fresh) refuse({ code: 'FRESH_CODE_NEEDED' });
    const passwordHash = chosen === null ? null : await passwords.hash(chosen);
    await accounts.setPassword(this.db.sql, userId, passwordHash);
    await this.sessions.endAll(userId, sessionId);
    return { ...account, passwordHash };
  }

  private async redeem(context: RequestContext, text: string, typed: string): Promise<string> {
    const email = must(readEmail('email', text));
    const code = must(readMailCode(typed));
    const { address, cookies } = context.caller;
    await this.throttle.check(
      'sign-in-failure:network',
      address,
      failures.perNetworkAddress,
      failures.within,
    );
    const browser = cookies[browserCookie];
    if (browser !== undefined && (await this.codes.redeem(email, browser, code))) return email;
    await this.throttle.count('sign-in-failure:network', address, failures.within);
    return refuse({ code: 'CODE_INVALID' });
  }

  private async countMail(context: RequestContext, kind: string, email: string): Promise<void> {
    await this.throttle.take(
      `${kind}:network`,
      context.caller.address,
      successes.perNetworkAddress,
      successes.within,
    );
    await this.throttle.take(`${kind}:address`, email, codeLimits.perAddressAndHour, minutes(60));
  }
}

/** What somebody's own password would be guessed from first. */
export const aboutAddress = (email: string): readonly string[] => [email, email.split('@')[0]!];

/** A document with thirty aliases would be thirty guesses. */
export function oncePerDocument(context: RequestContext): void {
  if (context.signInsLeft < 1) refuse({ code: 'RATE_LIMITED' });
  context.signInsLeft -= 1;
}
