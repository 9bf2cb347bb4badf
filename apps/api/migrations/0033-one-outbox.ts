import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

const systemTenant = `'00000000-0000-7000-8000-000000000000'`;

/**
 * Mails to an address stand beside all other tables of tenants, and a timer sends each of them: an invitation under the tenant that invites,
 * codes and links for new passwords under the system's own. What waits in the table they had before is carried over.
 */
export class OneOutbox1763690000033 implements MigrationInterface {
  name = 'OneOutbox1763690000033';

  async up(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'direct_mail',
      columns: `
        id uuid not null
        kind text not null
        address text not null
        locale text not null check (locale in ('ja', 'en'))
        once_key text not null
        content jsonb
        state text not null default 'QUEUED' check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'DROPPED'))
        attempts int not null default 0
        failures int not null default 0
        repeats int not null default 0
        bounced boolean not null default false
        last_error text
        created_at timestamptz(3) not null
        good_until timestamptz(3) not null
        sent_at timestamptz(3)`,
      key: ['id'],
      constraints: ['unique (tenant_id, kind, once_key)'],
      personal: { address: 'text', content: 'text' },
      see: 'system',
      write: 'none',
    });
    await q.query(`
      create index on public.direct_mail (tenant_id, created_at);
      grant delete on public.direct_mail to worker_rt;
      alter table public.direct_mail set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);
      alter table public.tenant add constraint tenant_is_not_the_system check (tenant_id <> ${systemTenant});
      alter table auth.tenant add constraint tenant_is_not_the_system check (id <> ${systemTenant});
      alter table auth.member_index add constraint member_is_not_of_the_system check (tenant_id <> ${systemTenant});`);
    await this.carryOver(q);
    await q.query('drop table auth.mail_message');
  }

  /** A mail keeps its id, by which mail programs know a repeat, and what it must not be sent twice for. */
  private async carryOver(q: QueryRunner): Promise<void> {
    const tables = ['direct_mail', 'timer'];
    const tenant = `case when kind = 'invitation' then split_part(once_key, ':', 1)::uuid else ${systemTenant} end`;
    await q.query(`
      ${tables.map((table) => `alter table public.${table} no force row level security;`).join('\n')}
      insert into public.direct_mail (tenant_id, id, kind, address, locale, once_key, content, state, attempts, failures, repeats, bounced,
          last_error, created_at, good_until, sent_at)
        select ${tenant}, id, kind, address, locale, once_key, content, state, attempts, failures, repeats, bounced,
          last_error, created_at, good_until, sent_at from auth.mail_message;
      insert into public.timer (tenant_id, id, name, key, ids, queue, due_at, promised_for)
        select ${tenant}, id, case when kind = 'invitation' then 'mail.invitation' else 'mail.on-demand' end, id::text,
          jsonb_build_object('mailId', id), case when kind = 'invitation' then 'bulk' else 'urgent' end, due_at, due_at
        from auth.mail_message where state in ('QUEUED', 'SENDING');
      ${tables.map((table) => `alter table public.${table} force row level security;`).join('\n')}`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
