import { Injectable } from '@nestjs/common';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { refuse } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { accounts } from './accounts.js';
import { BeginSession } from './begin-session.js';
import { ProveAddress } from './prove-address.js';
import { oncePerDocument } from './sign-in-tries.js';

/** With a code from the mail; it proves the address as well. */
@Injectable()
export class SignInWithCode {
  constructor(
    private readonly db: AuthDb,
    private readonly address: ProveAddress,
    private readonly session: BeginSession,
  ) {}

  async signIn(context: RequestContext, text: string, code: string): Promise<void> {
    oncePerDocument(context);
    const email = await this.address.redeem(context, text, code);
    const account = (await accounts.byEmail(this.db.sql, email)) ?? refuse({ code: 'NO_MEMBERSHIP' });
    await this.address.proven(context, account.id);
    await this.session.enter(context, account.id, null);
  }
}
