import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal, tenantTable } from '../src/platform/database/tenant-table.js';

/**
 * An unnamed asker is one of all who read the request: those count who have shown that their address is theirs, beyond its group a
 * request names no group, and what a sending was answered with stands beside the author alone.
 */
export class OneOfMany1763690000023 implements MigrationInterface {
  name = 'OneOfMany1763690000023';

  async up(q: QueryRunner): Promise<void> {
    await this.proven(q);
    await this.groups(q);
    await this.answers(q);
    await this.notices(q);
  }

  /** Of these members those with an account whose address is proven. Addresses live in auth, where no member's role may look. */
  private async proven(q: QueryRunner): Promise<void> {
    await q.query(`
      grant select (id, email_proven_at) on auth."user" to app_gate;
      grant create on schema app to app_gate;
      create function app.proven(wanted uuid[]) returns uuid[] language sql stable security definer set search_path = '' as $$
        select coalesce(array_agg(i.member_id), '{}') from auth.member_index i join auth."user" u on u.id = i.user_id
        where i.tenant_id = (select app.tenant_id()) and i.member_id = any (wanted) and u.email_proven_at is not null $$;
      alter function app.proven(uuid[]) owner to app_gate;
      revoke all on function app.proven(uuid[]) from public;
      grant execute on function app.proven(uuid[]) to app_rt;
      revoke create on schema app from app_gate`);
  }

  /** What stands already loses its group too; the chain of the trail covers its ids and stays. */
  private async groups(q: QueryRunner): Promise<void> {
    const open = ['support_request', 'domain_event'];
    await q.query(`
      ${open.map((table) => `alter table public.${table} no force row level security;`).join('\n')}
      update public.domain_event e set ids = e.ids - 'groupId' from public.support_request r
        where r.tenant_id = e.tenant_id and r.author_id is null and r.audience <> 'GROUP' and e.ids ->> 'requestId' = r.id::text;
      update public.support_request set group_id = null where author_id is null and audience <> 'GROUP';
      ${open.map((table) => `alter table public.${table} force row level security;`).join('\n')}`);
  }

  /** Idempotency keys of the last day, with input and answer. Where the author is kept nowhere (`blind_answer`), the key leads to no member either. */
  private async answers(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table public.anonymous_author add answers jsonb not null default '[]';
      create index anonymous_author_answers on public.anonymous_author (tenant_id) where answers <> '[]';
      create index on public.idempotent_answer (tenant_id, created_at)`);
    // Short texts can be guessed from the fingerprint.
    await declarePersonal(q, 'public.anonymous_author', 'answers', 'text');
    await tenantTable(q, {
      name: 'blind_answer',
      columns: `
        sent text not null
        sent_as text not null
        created_at timestamptz(3) not null`,
      key: ['sent'],
      see: 'tenant',
      deletable: true,
    });
  }

  /** What people were told of says for whom it was: after its time it goes. */
  private async notices(q: QueryRunner): Promise<void> {
    await q.query(`
      grant delete on public.notification, public.mail_message to worker_rt;
      create index on public.notification (tenant_id, created_at);
      create index on public.mail_message (tenant_id, created_at);
      create index on public.mail_message (tenant_id, notification_id)`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
