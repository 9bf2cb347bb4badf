import type { UserId } from '@yoriai/domain/kernel';
import { signInLimits } from '@yoriai/domain/people';
import { hashToken, newToken } from '../../platform/auth/sessions.js';
import type { AuthSql } from '../../platform/auth/auth-db.js';

export const knownBrowserCookie = 'known-browser';

/**
 * Browsers in which a person has signed in to an account before. They are counted for themselves, so that strangers who use up
 * what there is for an account do not shut its owner out. The browser holds 256 random bits, the database their SHA-256; the
 * token opens nothing.
 */
export const knownBrowsers = {
  /** What this browser is counted under where it is known for the account with this address; null for a stranger. */
  async find(sql: AuthSql, token: string | undefined, email: string): Promise<string | null> {
    if (token === undefined) return null;
    const [known] = await sql(
      'known-browsers.find',
      `select b.user_id as "userId" from auth.known_browser b join auth."user" u on u.id = b.user_id
       where b.token_hash = $1 and u.email = $2 and b.expires_at > app.now()`,
      [hashToken(token), email],
    );
    return known ? `${known.userId} ${hashToken(token).toString('hex')}` : null;
  },

  /** A new token after each sign-in: the accounts that the browser was known for stay so, and this one is added. */
  async remember(
    sql: AuthSql,
    before: string | undefined,
    { userId, sessionId }: { userId: UserId; sessionId: string },
  ): Promise<string> {
    const token = newToken();
    if (before !== undefined)
      await sql(
        'known-browsers.renew',
        `update auth.known_browser set token_hash = $2 where token_hash = $1`,
        [hashToken(before), hashToken(token)],
      );
    await sql(
      'known-browsers.add',
      `insert into auth.known_browser as b (token_hash, user_id, session_id, seen_at, expires_at)
       values ($1, $2, $3, app.now(), app.now() + $4 * interval '1 ms')
       on conflict (token_hash, user_id) do update
         set session_id = excluded.session_id, seen_at = excluded.seen_at, expires_at = excluded.expires_at`,
      [hashToken(token), userId, sessionId, signInLimits.knownBrowser],
    );
    await sql(
      'known-browsers.give-way',
      `delete from auth.known_browser where user_id = $1 and token_hash in
         (select token_hash from auth.known_browser where user_id = $1 order by seen_at desc, token_hash offset $2)`,
      [userId, signInLimits.knownBrowsers],
    );
    return token;
  },

  /** Of the account, or only the browser in which this session was begun. */
  async forget(sql: AuthSql, userId: UserId, sessionId: string | null = null): Promise<void> {
    await sql(
      'known-browsers.forget',
      `delete from auth.known_browser where user_id = $1 and ($2::uuid is null or session_id = $2)`,
      [userId, sessionId],
    );
  },
};
