import type { Instant, TenantId, UserId } from '@yoriai/domain/kernel';
import type { InvitationId } from '@yoriai/domain/people';
import { hashToken, newToken } from '../../platform/auth/sessions.js';
import type { AuthSql } from '../../platform/auth/auth-db.js';

/** What a link in an invitation mail refers to. */
export interface InvitationToken {
  readonly tenantId: TenantId;
  readonly invitationId: InvitationId;
  readonly email: string;
}

/** Links that work once: only their hash is kept, and for a month longer what they were, to tell an old link from a wrong one. */
export const oneTimeTokens = {
  /** Makes a link of an invitation work; the ones of earlier mails stop working. */
  async forInvitation(
    sql: AuthSql,
    token: string,
    invitation: { tenantId: TenantId; invitationId: InvitationId; email: string; expiresAt: Instant },
  ): Promise<void> {
    const { tenantId, invitationId, email, expiresAt } = invitation;
    await sql(
      'tokens.invite-anew',
      `delete from auth.one_time_token where kind = 'invitation' and payload ->> 'invitationId' = $1 and hash <> $2`,
      [invitationId, hashToken(token)],
    );
    await sql(
      'tokens.invite',
      `insert into auth.one_time_token (hash, kind, email, payload, created_at, expires_at)
       values ($1, 'invitation', $2, $3, app.now(), $4) on conflict (hash) do nothing`,
      [hashToken(token), email, JSON.stringify({ tenantId, invitationId }), expiresAt],
    );
  },

  async forgetInvitation(sql: AuthSql, invitationId: InvitationId): Promise<void> {
    await sql(
      'tokens.uninvite',
      `delete from auth.one_time_token where kind = 'invitation' and payload ->> 'invitationId' = $1`,
      [invitationId],
    );
  },

  async findInvitation(sql: AuthSql, token: string): Promise<InvitationToken | null> {
    const [found] = await sql(
      'tokens.find-invitation',
      `select (payload ->> 'tenantId') as "tenantId", (payload ->> 'invitationId') as "invitationId", email
       from auth.one_time_token where hash = $1 and kind = 'invitation'`,
      [hashToken(token)],
    );
    return found ?? null;
  },

  /** A link to choose a new password; earlier ones stop working. */
  async forReset(
    sql: AuthSql,
    user: { id: UserId; email: string },
    livesMs: number,
  ): Promise<{ id: string; token: string }> {
    await sql(
      'tokens.forget-resets',
      `delete from auth.one_time_token where kind = 'password-reset' and user_id = $1`,
      [user.id],
    );
    const token = newToken();
    await sql(
      'tokens.reset',
      `insert into auth.one_time_token (hash, kind, email, user_id, created_at, expires_at)
       values ($1, 'password-reset', $2, $3, app.now(), app.now() + $4 * interval '1 ms')`,
      [hashToken(token), user.email, user.id, livesMs],
    );
    return { id: hashToken(token).toString('hex'), token };
  },

  /** Whose reset link this is, while it can be used. */
  async findReset(sql: AuthSql, token: string): Promise<{ userId: UserId; email: string } | null> {
    const [found] = await sql(
      'tokens.find-reset',
      `select user_id as "userId", email from auth.one_time_token
       where hash = $1 and kind = 'password-reset' and used_at is null and expires_at > app.now()`,
      [hashToken(token)],
    );
    return found ?? null;
  },

  /** Uses a reset link up: one of a hundred at once gets true. */
  async useReset(sql: AuthSql, token: string): Promise<boolean> {
    const used = await sql(
      'tokens.use-reset',
      `update auth.one_time_token set used_at = app.now()
       where hash = $1 and kind = 'password-reset' and used_at is null and expires_at > app.now() returning hash`,
      [hashToken(token)],
    );
    return used.length === 1;
  },
};
