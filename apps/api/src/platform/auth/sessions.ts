import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { days, type Instant, type MemberId, type TenantId, type UserId } from '@yoriai/domain/kernel';
import { v7 as uuidv7 } from 'uuid';
import { AuthDb, type AuthSql } from './auth-db.js';
import type { Viewer } from './viewer.js';

/** On a member's own phone: three months from the last visit. */
export const sessionMs = days(90);

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Who a cookie belongs to, and which member they are in the tenant asked for. */
export interface SignedIn {
  readonly sessionId: string;
  readonly userId: UserId;
  readonly locale: 'ja' | 'en';
  /** When this session last proved the address or the password. */
  readonly provenAt: Instant;
  readonly viewer: Viewer | null;
  /** `app.now()` when this was looked up. */
  readonly at: Instant;
}

/** A session as its owner sees it in the list of their devices. */
export interface ListedSession {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
}

/** All sessions of this user, except the one that may stay. */
export async function endSessions(sql: AuthSql, userId: UserId, except: string | null): Promise<void> {
  await sql('sessions.end-all', `delete from auth.session where user_id = $1 and id is distinct from $2`, [
    userId,
    except,
  ]);
}

/** Server-side sessions: the cookie holds 256 random bits, the database their SHA-256. */
@Injectable()
export class Sessions {
  constructor(private readonly db: AuthDb) {}

  async start(userId: UserId, tenantId: TenantId | null, device: string): Promise<string> {
    const token = newToken();
    await this.db.sql(
      'sessions.start',
      `with kept as (update auth."user" set last_tenant_id = $4 where id = $3 and $4::uuid is not null)
       insert into auth.session (id, token_hash, user_id, last_tenant_id, created_at, last_seen_at, expires_at, proven_at, device)
       values ($1, $2, $3, $4, app.now(), app.now(), app.now() + $5 * interval '1 ms', app.now(), $6)`,
      [uuidv7(), hashToken(token), userId, tenantId, sessionMs, device.slice(0, 200)],
    );
    return token;
  }

  /**
   * Finds the session and, in the same statement, the member: of the tenant named, else of the session's last one, else of the
   * one they were in last with any session, else of the one that has had a place for them for longest. A tenant that was named but
   * is not theirs gives no viewer.
   */
  async find(token: string, slug: string | null): Promise<SignedIn | null> {
    const [row] = await this.db.sql(
      'sessions.find',
      `select clock.now, s.id as session_id, s.user_id, u.locale, s.proven_at, s.last_seen_at < clock.now - interval '1 hour' as stale,
              u.email_proven_at is not null as email_proven, m.tenant_id, m.slug, m.member_id, m.role
       from (select app.now() as now offset 0) clock
       cross join auth.session s join auth."user" u on u.id = s.user_id
       left join lateral (
         select i.tenant_id, t.slug, i.member_id, i.role from auth.member_index i join auth.tenant t on t.id = i.tenant_id
         where i.user_id = s.user_id and i.status in ('ACTIVE', 'ON_LEAVE') and ($2::text is null or t.slug = $2)
         order by (i.tenant_id = s.last_tenant_id) is true desc, (i.tenant_id = u.last_tenant_id) is true desc, i.member_id
         limit 1
       ) m on true
       where s.token_hash = $1 and s.expires_at > clock.now`,
      [hashToken(token), slug],
    );
    if (!row) return null;
    if (row.stale) await this.touch(row.session_id);
    const { session_id: sessionId, user_id: userId, locale } = row;
    const viewer: Viewer | null =
      row.tenant_id && row.slug && row.member_id && row.role
        ? {
            tenantId: row.tenant_id,
            tenantSlug: row.slug,
            memberId: row.member_id,
            role: row.role,
            userId,
            locale,
            sessionId,
            unproven: !row.email_proven,
          }
        : null;
    return { sessionId, userId, locale, provenAt: row.proven_at, viewer, at: row.now };
  }

  /** Whether this user is that member, also when they may not act as one any more. */
  async isOrWas(userId: UserId, memberId: MemberId | null): Promise<boolean> {
    const rows = await this.db.sql(
      'sessions.is-or-was',
      `select 1 from auth.member_index where user_id = $1 and member_id = $2`,
      [userId, memberId],
    );
    return rows.length > 0;
  }

  /** They went there themselves: this session goes on there, and the next one begins there. */
  async rememberTenant(userId: UserId, sessionId: string, tenantId: TenantId): Promise<void> {
    await this.db.sql(
      'sessions.remember',
      `with kept as (update auth."user" set last_tenant_id = $2 where id = $3)
       update auth.session set last_tenant_id = $2 where id = $1`,
      [sessionId, tenantId, userId],
    );
  }

  async end(sessionId: string): Promise<void> {
    await this.db.sql('sessions.end', `delete from auth.session where id = $1`, [sessionId]);
  }

  /** Everywhere, at once; `except` may stay. */
  async endAll(userId: UserId, except: string | null = null): Promise<void> {
    await endSessions(this.db.sql, userId, except);
  }

  /** Those of this user that still work, last used first. */
  async ofUser(userId: UserId): Promise<readonly ListedSession[]> {
    return this.db.sql(
      'sessions.of-user',
      `select id, device, created_at as "createdAt", last_seen_at as "lastSeenAt" from auth.session
       where user_id = $1 and expires_at > app.now() order by last_seen_at desc, id limit 100`,
      [userId],
    );
  }

  /** Ends one session of this user; false when it is not theirs. */
  async endOf(userId: UserId, sessionId: string): Promise<boolean> {
    const ended = await this.db.sql(
      'sessions.end-of',
      `delete from auth.session where id = $2 and user_id = $1 returning id`,
      [userId, sessionId],
    );
    return ended.length === 1;
  }

  private async touch(sessionId: string): Promise<void> {
    await this.db.sql(
      'sessions.touch',
      `update auth.session set last_seen_at = app.now(), expires_at = app.now() + $2 * interval '1 ms' where id = $1`,
      [sessionId, sessionMs],
    );
  }
}
