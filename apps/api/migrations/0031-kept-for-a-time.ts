import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is past its time is found by an index and taken away by the workers, tenant by tenant: the policy that lets the sweep look over all
 * tenants lets it delete in one only.
 */
export class KeptForATime1763690000031 implements MigrationInterface {
  name = 'KeptForATime1763690000031';

  async up(q: QueryRunner): Promise<void> {
    const promises = ['delivery', 'timer'];
    await q.query(`
      ${promises
        .map(
          (table) => `
      alter table public.${table} no force row level security;
      update public.${table} set done_at = due_at where state = 'FAILED' and done_at is null;
      alter table public.${table} force row level security;
      create policy worker_deletes on public.${table} as restrictive for delete to worker_rt
        using (tenant_id = (select app.tenant_id()));
      create index on public.${table} (tenant_id, done_at) where done_at is not null;`,
        )
        .join('\n')}
      grant delete on public.delivery, public.timer, public.domain_event, public.audit_entry to worker_rt;
      create index on public.domain_event (tenant_id, at);
      create index on public.blind_answer (tenant_id, created_at);
      create index on public.meeting_told (tenant_id, ends_at);
      create index mail_message_waiting on public.mail_message (tenant_id, created_at) where state = 'QUEUED';
      create index on auth.session (expires_at);
      create index on auth.mail_code (created_at);
      create index on auth.one_time_token (expires_at);
      create index on auth.throttle (starts_at);
      create index on auth.known_browser (expires_at);
      create index on auth.mail_message (created_at);`);
    // Rows come and go all day here: what they leave behind is swept up before a fifth of a large table has become of it.
    for (const table of [...promises, 'domain_event', 'notification', 'mail_message'])
      await q.query(
        `alter table public.${table} set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05)`,
      );
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
