import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two readers of support's events are seven now, each of its noun; what they were still to deal with goes to the one that reads it today. */
export class ReadersOfSupport1763690000032 implements MigrationInterface {
  name = 'ReadersOfSupport1763690000032';

  async up(q: QueryRunner): Promise<void> {
    const tables = ['domain_event', 'delivery'];
    await q.query(`
      ${tables.map((table) => `alter table public.${table} no force row level security;`).join('\n')}
      update public.delivery d set reader = case e.name
          when 'support.posted' then 'support.tell-of-request'
          when 'support.replied' then 'support.tell-of-reply'
          when 'support.resolved' then 'support.tell-of-thanks'
          when 'support.note-sent' then 'support.tell-of-note'
          when 'support.worry-told' then 'support.tell-of-worry'
          when 'support.leave-asked' then 'support.tell-of-advice'
          when 'support.advice-welcomed' then 'support.tell-of-advice'
          else 'support.tell-of-offer' end
        from public.domain_event e
        where e.tenant_id = d.tenant_id and e.id = d.event_id and d.reader in ('support.tell', 'support.tell-about-answers');
      ${tables.map((table) => `alter table public.${table} force row level security;`).join('\n')}`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
