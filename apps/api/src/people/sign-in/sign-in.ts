import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { minutes, plus, type TenantId, type UserId } from '@yoriai/domain/kernel';
import {
  choosePassword,
  foldPassword,
  isFresh,
  passwordLimits,
  readEmail,
  readMailCode,
  signInLimits,
} from '@yoriai/domain/people';
import type { Locale } from '@yoriai/domain/tenancy';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { passwords } from '../../platform/auth/passwords.js';
import { Sessions } from '../../platform/auth/sessions.js';
import { Throttle, type Allowance } from '../../platform/auth/throttle.js';
import { CONFIG } from '../../platform/boot/tokens.js';
import type { Config } from '../../platform/config.js';
import { must, refuse } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Mail } from '../../platform/mail/mail.js';
import { accounts, type Account } from './accounts.js';
import { knownBrowsers } from './known-browsers.js';
import { runLocalStrategy } from './local-strategy.js';
import { MailCodes } from './mail-codes.js';
import { oneTimeTokens } from './one-time-tokens.js';
import { peopleMails } from './people.mails.js';

const { failures, mails, successes, code: codeLimits } = signInLimits;
/** An answer that must not tell whether an address is known takes at least this long, in milliseconds. */
const uniformMs = 150;
export const browserCookie = 'code-browser';
const knownBrowserCookie = 'known-browser';

/** Ways to show who one is. Every way takes of what there is to try before it tries, and gets back what was right. */
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

  /** SIGN_IN_FAILED, after as long as it takes for any address, unless the password is that of the account. */
  async withPassword(
    context: RequestContext,
    input: { email: string; password: string; tenantSlug?: string | null },
  ): Promise<void> {
    oncePerDocument(context);
    const email = must(readEmail('email', input.email));
    const tries = await this.tries(context, 'sign-in-failure', email);
    const taken = await this.throttle.take(...tries);
    const account = await this.verify(email, input.password).catch(async (error: unknown) => {
      await this.throttle.giveBack(taken);
      throw error;
    });
    if (!account) return refuse({ code: 'SIGN_IN_FAILED' });
    await this.throttle.giveBack(taken);
    await this.throttle.forget(tries[0].bucket, tries[0].key);
    await this.enter(context, account.id, input.tenantSlug ?? null);
  }

  private verify(email: string, password: string): Promise<Account | null> {
    return runLocalStrategy({ email, password }, async () => {
      const found = await accounts.byEmail(this.db.sql, email);
      const folded = foldPassword(password.slice(0, 4 * passwordLimits.max));
      return (await passwords.verify(found?.passwordHash ?? null, folded)) ? found : null;
    });
  }

  /**
   * What one try at an account takes, that of whoever tries first. A browser that has signed in to it before is counted for
   * itself alone; for all others there is a count of each network, of each network with this account, and one of the account.
   */
  private async tries(
    context: RequestContext,
    kind: 'sign-in-failure' | 'sign-in-code' | 'password-reset',
    email: string,
  ): Promise<[Allowance, ...Allowance[]]> {
    const { address, cookies } = context.caller;
    const rates = kind === 'sign-in-failure' ? failures : mails;
    const known = await knownBrowsers.find(this.db.sql, cookies[knownBrowserCookie], email);
    if (known)
      return [
        { bucket: `${kind}:requester`, key: known, rate: rates.perRequester },
        { bucket: `${kind}:known-browser`, key: known, rate: rates.perKnownBrowser },
      ];
    return [
      { bucket: `${kind}:requester`, key: `${email} ${address}`, rate: rates.perRequester },
      { bucket: `${kind}:network`, key: address, rate: rates.perNetwork },
      { bucket: `${kind}:account`, key: email, rate: rates.perAccount },
    ];
  }

  /** Sends a code to the address, whoever's it is: somebody may need it to join. */
  async requestCode(context: RequestContext, text: string): Promise<void> {
    const email = must(readEmail('email', text));
    await this.throttle.take(...(await this.tries(context, 'sign-in-code', email)));
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
  ): Promise<{ userId: UserId; email: string; hasPassword: boolean }> {
    oncePerDocument(context);
    const email = await this.redeem(context, text, code);
    await this.countSuccess(context);
    const account =
      (await accounts.create(this.db.sql, { email, passwordHash: null, locale, proven: true })) ??
      (await accounts.byEmail(this.db.sql, email)) ??
      refuse({ code: 'CODE_INVALID' });
    await this.proven(context, account.id);
    return { userId: account.id, email, hasPassword: account.passwordHash !== null };
  }

  /** The address was shown to be theirs: by a code, or by whoever vouches for it (OpenID Connect). */
  async proven(context: RequestContext, userId: UserId): Promise<void> {
    const sameHand = context.signedIn?.userId === userId ? context.signedIn.sessionId : null;
    await this.db.transaction((sql) => accounts.prove(sql, userId, sameHand));
  }

  /** A new session in the tenant asked for, or in the one they were in last. */
  async enter(context: RequestContext, userId: UserId, slug: string | null): Promise<void> {
    const tenantId = await this.tenantOf(userId, slug);
    await this.countSuccess(context);
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

  private async remember(context: RequestContext): Promise<void> {
    const { cookies, reply } = context.caller;
    const signedIn = context.user();
    const token = await this.db.transaction((sql) =>
      knownBrowsers.remember(sql, cookies[knownBrowserCookie], signedIn),
    );
    if (reply) context.setCookie(reply, knownBrowserCookie, token, signInLimits.knownBrowser / 1_000);
  }

  async countSuccess(context: RequestContext): Promise<void> {
    const { address: key } = context.caller;
    await this.throttle.take({ bucket: 'sign-in:network', key, rate: successes.perNetwork });
  }

  /** Mails a link to a known address; an unknown one gets the same answer after the same time. */
  async requestReset(context: RequestContext, text: string): Promise<void> {
    const email = must(readEmail('email', text));
    await this.throttle.take(...(await this.tries(context, 'password-reset', email)));
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
    await this.endEverywhere(link.userId);
    await this.throttle.forget('sign-in-failure:account', link.email);
  }

  /** Every session ends, and no browser is known any more. */
  async endEverywhere(userId: UserId): Promise<void> {
    await this.sessions.endAll(userId);
    await knownBrowsers.forget(this.db.sql, userId);
  }

  /** Sets, changes or (null) takes away the password of whoever is signed in; their other sessions end. */
  async setPassword(context: RequestContext, password: string | null, code: string | null): Promise<Account> {
    oncePerDocument(context);
    const { userId, sessionId, provenAt } = context.user();
    const account = (await accounts.byId(this.db.sql, userId)) ?? refuse({ code: 'UNAUTHENTICATED' });
    const chosen = password === null ? null : must(choosePassword(password, aboutAddress(account.email)));
    const fresh = isFresh(provenAt, await this.db.now());
    if (code !== null) {
      await this.redeem(context, account.email, code);
      await this.proven(context, userId);
    } else if (!fresh) refuse({ code: 'FRESH_CODE_NEEDED' });
    const passwordHash = chosen === null ? null : await passwords.hash(chosen);
    await accounts.setPassword(this.db.sql, userId, passwordHash);
    await this.sessions.endAll(userId, sessionId);
    await knownBrowsers.forget(this.db.sql, userId);
    await this.remember(context);
    return { ...account, passwordHash };
  }

  private async redeem(context: RequestContext, text: string, typed: string): Promise<string> {
    const email = must(readEmail('email', text));
    const code = must(readMailCode(typed));
    const taken = await this.throttle.take(...(await this.codeTries(context, email)));
    const browser = context.caller.cookies[browserCookie];
    if (browser === undefined || !(await this.codes.redeem(email, browser, code)))
      return refuse({ code: 'CODE_INVALID' });
    await this.throttle.giveBack(taken);
    return email;
  }

  /** A code is for the one browser that asked for it, and has five tries of its own: the account needs no count. */
  private async codeTries(context: RequestContext, email: string): Promise<Allowance[]> {
    const tries = await this.tries(context, 'sign-in-failure', email);
    return tries.filter(({ bucket }) => bucket.endsWith(':network') || bucket.endsWith(':known-browser'));
  }
}

/** What somebody's own password would be guessed from first. */
export const aboutAddress = (email: string): readonly string[] => [email, email.split('@')[0]!];

/** A document with thirty aliases would be thirty guesses. */
export function oncePerDocument(context: RequestContext): void {
  if (context.signInsLeft < 1) refuse({ code: 'RATE_LIMITED' });
  context.signInsLeft -= 1;
}
