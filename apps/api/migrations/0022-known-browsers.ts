import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal } from '../src/platform/database/tenant-table.js';

/**
 * Browsers that have signed in to an account before, and the organisation that the account visited last: after signing in they
 * land there.
 */
export class KnownBrowsers1763690000022 implements MigrationInterface {
  name = 'KnownBrowsers1763690000022';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table auth.known_browser (
        token_hash bytea not null, user_id uuid not null references auth."user" on delete cascade, session_id uuid not null,
        seen_at timestamptz(3) not null, expires_at timestamptz(3) not null, primary key (token_hash, user_id)
      );
      create index on auth.known_browser (user_id);
      grant select, insert, update, delete on auth.known_browser to auth_rt;
      alter table auth."user" add column last_tenant_id uuid;
      update auth."user" u set last_tenant_id =
        (select s.last_tenant_id from auth.session s where s.user_id = u.id order by s.last_seen_at desc limit 1);
    `);
    for (const column of ['token_hash', 'session_id', 'seen_at', 'expires_at'])
      await declarePersonal(q, 'auth.known_browser', column, 'none');
    await declarePersonal(q, 'auth.known_browser', 'user_id', 'key');
    await declarePersonal(q, 'auth."user"', 'last_tenant_id', 'none');
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
