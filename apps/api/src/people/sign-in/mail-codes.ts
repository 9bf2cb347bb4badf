import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '@yoriai/domain/kernel';
import { signInLimits } from '@yoriai/domain/people';
import { v7 as uuidv7 } from 'uuid';
import { AuthDb } from '../../platform/auth/auth-db.js';

/** Holds the secret of the browser that asked for a code. */
export const browserCookie = 'code-browser';

/**
 * Six-digit codes that go by mail. Each belongs to the browser that asked for it: what is stored is a hash of the code with that
 * browser's secret, so that neither the database nor the mail alone is enough.
 */
@Injectable()
export class MailCodes {
  constructor(private readonly db: AuthDb) {}

  newBrowser = (): string => randomBytes(32).toString('base64url');

  /** A new code for this address and browser; the earlier ones of the same browser stop working. */
  async create(email: string, browser: string): Promise<{ id: string; code: string; expiresAt: Instant }> {
    const code = String(randomInt(10 ** signInLimits.code.digits)).padStart(signInLimits.code.digits, '0');
    const id = uuidv7();
    const [made] = await this.db.sql(
      'mail-codes.create',
      `insert into auth.mail_code (id, email, code_hash, browser_hash, created_at, expires_at)
       values ($1, $2, $3, $4, app.now(), app.now() + $5 * interval '1 ms') returning expires_at as "expiresAt"`,
      [id, email, codeHash(code, email, browser), browserHash(browser), signInLimits.code.lives],
    );
    return { id, code, expiresAt: made!.expiresAt };
  }

  /** True once, for the newest code of this browser, in time, at one of five tries. */
  async redeem(email: string, browser: string, code: string): Promise<boolean> {
    // A try is taken before it is looked at, so that a hundred guesses at once are still five.
    const [tried] = await this.db.sql(
      'mail-codes.try',
      `update auth.mail_code set tries = tries + 1
       where id = (select id from auth.mail_code where email = $1 and browser_hash = $2 order by created_at desc, id desc limit 1)
         and tries < $3 and used_at is null and expires_at > app.now()
       returning id, code_hash`,
      [email, browserHash(browser), signInLimits.code.tries],
    );
    if (!tried || !timingSafeEqual(tried.code_hash, codeHash(code, email, browser))) return false;
    const [used] = await this.db.sql(
      'mail-codes.use',
      `update auth.mail_code set used_at = app.now() where id = $1 and used_at is null returning id`,
      [tried.id],
    );
    return used !== undefined;
  }
}

const browserHash = (browser: string): Buffer => createHash('sha256').update(browser).digest();
const codeHash = (code: string, email: string, browser: string): Buffer =>
  createHash('sha256').update(`${code}\n${email}\n${browser}`).digest();
