import type { Instant, MemberId, TenantId, UserId } from '@yoriai/domain/kernel';
import type { Locale } from '@yoriai/domain/tenancy';
import { v7 as uuidv7 } from 'uuid';
import type { AuthSql } from '../../platform/auth/auth-db.js';
import { endSessions } from '../../platform/auth/sessions.js';
import { knownBrowsers } from './known-browsers.js';

export type TextSize = 'NORMAL' | 'LARGE' | 'LARGEST';
/** One login; may be a member of several tenants. */
export interface Account {
  readonly id: UserId;
  readonly email: string;
  readonly emailProvenAt: Instant | null;
  readonly passwordHash: string | null;
  readonly locale: Locale;
  readonly textSize: TextSize;
}
const columns = `id, email, email_proven_at as "emailProvenAt", password_hash as "passwordHash", locale, text_size as "textSize"`;

/** The owner of an account, as the reader of one tenant's mails. */
export interface MailReader {
  readonly email: string;
  readonly locale: Locale;
  readonly role: 'MEMBER' | 'ADMIN';
  readonly tenantSlug: string;
}

/** Everything that `auth` knows of people: accounts, and which of them is which member. */
export const accounts = {
  async byId(sql: AuthSql, id: UserId): Promise<Account | null> {
    const [account] = await sql('accounts.by-id', `select ${columns} from auth."user" where id = $1`, [id]);
    return account ?? null;
  },

  async byEmail(sql: AuthSql, email: string): Promise<Account | null> {
    const [account] = await sql('accounts.by-email', `select ${columns} from auth."user" where email = $1`, [
      email,
    ]);
    return account ?? null;
  },

  /** A new account, or null when the address has one already. */
  async create(
    sql: AuthSql,
    account: { email: string; passwordHash: string | null; locale: Locale; proven: boolean },
  ): Promise<Account | null> {
    const [created] = await sql(
      'accounts.create',
      `insert into auth."user" (id, email, email_proven_at, password_hash, locale, created_at)
       values ($1, $2, case when $3 then app.now() end, $4, $5, app.now()) on conflict (email) do nothing returning ${columns}`,
      [uuidv7(), account.email, account.proven, account.passwordHash, account.locale],
    );
    return created ?? null;
  },

  /**
   * The address is proven. The first time, what was set up before goes: the person who did that may not have been its owner. A session
   * that was there and has now shown the code as well is the owner's (`sameHand`), and so is the password.
   */
  async prove(sql: AuthSql, id: UserId, sameHand: string | null = null): Promise<void> {
    const [first] = await sql(
      'accounts.prove',
      `update auth."user" set email_proven_at = app.now(), password_hash = case when $2 then password_hash end, version = version + 1
       where id = $1 and email_proven_at is null returning id`,
      [id, sameHand !== null],
    );
    if (!first) return;
    await knownBrowsers.forget(sql, id);
    await endSessions(sql, id, sameHand);
  },

  async setPassword(sql: AuthSql, id: UserId, passwordHash: string | null): Promise<void> {
    await sql(
      'accounts.set-password',
      `update auth."user" set password_hash = $2, version = version + 1 where id = $1`,
      [id, passwordHash],
    );
  },

  async update(
    sql: AuthSql,
    id: UserId,
    changes: { locale?: Locale | null; textSize?: TextSize | null },
  ): Promise<void> {
    await sql(
      'accounts.update',
      `update auth."user" set locale = coalesce($2, locale), text_size = coalesce($3, text_size), version = version + 1 where id = $1`,
      [id, changes.locale ?? null, changes.textSize ?? null],
    );
  },

  /** The tenants that a person may enter. */
  tenantsOf: (sql: AuthSql, id: UserId): Promise<{ tenantId: TenantId; slug: string }[]> =>
    sql(
      'accounts.tenants',
      `select i.tenant_id as "tenantId", t.slug from auth.member_index i join auth.tenant t on t.id = i.tenant_id
       where i.user_id = $1 and i.status in ('ACTIVE', 'ON_LEAVE') order by t.name, t.id`,
      [id],
    ),

  /** Where a sign-in lands: where they were last, or where they have had a place for longest. */
  async lastTenantOf(sql: AuthSql, id: UserId): Promise<TenantId | null> {
    const [last] = await sql(
      'accounts.last-tenant',
      `select i.tenant_id as "tenantId" from auth.member_index i join auth."user" u on u.id = i.user_id
       where i.user_id = $1 and i.status in ('ACTIVE', 'ON_LEAVE')
       order by (i.tenant_id = u.last_tenant_id) is true desc, i.member_id limit 1`,
      [id],
    );
    return last?.tenantId ?? null;
  },

  /** The addresses of a tenant's members, for those who have an account. */
  async emailsOf(sql: AuthSql, tenantId: TenantId): Promise<ReadonlyMap<MemberId, string>> {
    const rows = await sql(
      'accounts.emails',
      `select i.member_id as "memberId", u.email from auth.member_index i join auth."user" u on u.id = i.user_id where i.tenant_id = $1`,
      [tenantId],
    );
    return new Map(rows.map(({ memberId, email }) => [memberId, email]));
  },

  /** Which member of the tenant has this address, if one does. */
  async memberWithEmail(sql: AuthSql, tenantId: TenantId, email: string): Promise<MemberId | null> {
    const [row] = await sql(
      'accounts.member-with-email',
      `select i.member_id as "memberId" from auth.member_index i join auth."user" u on u.id = i.user_id
       where i.tenant_id = $1 and u.email = $2`,
      [tenantId, email],
    );
    return row?.memberId ?? null;
  },

  /** How mail reaches a member; null while the address is not proven. */
  async mailReader(sql: AuthSql, tenantId: TenantId, memberId: MemberId): Promise<MailReader | null> {
    const [reader] = await sql(
      'accounts.mail-reader',
      `select u.email, u.locale, m.role, t.slug as "tenantSlug" from auth.member_index m
       join auth."user" u on u.id = m.user_id join auth.tenant t on t.id = m.tenant_id
       where m.tenant_id = $1 and m.member_id = $2 and u.email_proven_at is not null`,
      [tenantId, memberId],
    );
    return reader ?? null;
  },

  async tenantName(sql: AuthSql, tenantId: TenantId): Promise<string> {
    const [tenant] = await sql('accounts.tenant-name', `select name from auth.tenant where id = $1`, [
      tenantId,
    ]);
    return tenant?.name ?? '';
  },

  async tenantBySlug(sql: AuthSql, slug: string): Promise<{ tenantId: TenantId; name: string } | null> {
    const [tenant] = await sql(
      'accounts.tenant-by-slug',
      `select id as "tenantId", name from auth.tenant where slug = $1`,
      [slug],
    );
    return tenant ?? null;
  },
};
