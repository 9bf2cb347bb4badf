import { Injectable } from '@nestjs/common';
import { signInLimits } from '@yoriai/domain/people';
import { AuthDb } from '../../platform/auth/auth-db.js';
import type { Allowance } from '../../platform/auth/counts.js';
import { Throttle } from '../../platform/auth/throttle.js';
import { refuse } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { knownBrowserCookie, knownBrowsers } from './known-browsers.js';

const { failures, mails, successes } = signInLimits;

/** How often who may try. Every act takes of what there is to try before it tries, and gives back what was right. */
@Injectable()
export class SignInTries {
  constructor(
    private readonly db: AuthDb,
    private readonly throttle: Throttle,
  ) {}

  /**
   * What one try at an account takes, before its outcome is known. A browser that has signed in to it before is counted for
   * itself alone; for all others there is a count of each network, of each network with this account, and one of the account.
   */
  async at(
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

  /** A code is for the one browser that asked for it, and has five tries of its own: the account needs no count. */
  async ofCode(context: RequestContext, email: string): Promise<Allowance[]> {
    const tries = await this.at(context, 'sign-in-failure', email);
    return tries.filter(({ bucket }) => bucket.endsWith(':network') || bucket.endsWith(':known-browser'));
  }

  async countSuccess(context: RequestContext): Promise<void> {
    const { address: key } = context.caller;
    await this.throttle.take({ bucket: 'sign-in:network', key, rate: successes.perNetwork });
  }
}

/** A document with thirty aliases would be thirty guesses. */
export function oncePerDocument(context: RequestContext): void {
  if (context.signInsLeft < 1) refuse({ code: 'RATE_LIMITED' });
  context.signInsLeft -= 1;
}
