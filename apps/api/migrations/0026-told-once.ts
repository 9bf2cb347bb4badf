import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal, tenantTable } from '../src/platform/database/tenant-table.js';

/**
 * Several notices may go out in one mail (`gathered`, under `gather_key`), and for each meeting stands what a member was last told by mail. Members who are in a
 * group now count as told of what stands now.
 */
export class ToldOnce1763690000026 implements MigrationInterface {
  name = 'ToldOnce1763690000026';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table public.mail_message add gather_key text, add gathered uuid[] not null default '{}';
      create index on public.mail_message (tenant_id, member_id, gather_key) where state = 'QUEUED' and gather_key is not null`);
    await declarePersonal(q, 'public.mail_message', 'gather_key', 'key');
    await declarePersonal(q, 'public.mail_message', 'gathered', 'key');
    await tenantTable(q, {
      name: 'meeting_told',
      columns: `
        member_id uuid not null
        meeting_id uuid not null
        series_id uuid not null
        starts_at timestamptz(3) not null
        ends_at timestamptz(3) not null
        place text
        cancelled boolean not null`,
      key: ['member_id', 'meeting_id'],
      constraints: [
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, series_id) references public.meeting_series (tenant_id, id)',
      ],
      personal: { member_id: 'key', place: 'text' },
      see: 'own',
      write: 'none',
      deletable: true,
    });
    const open = ['meeting_told', 'meeting', 'group_membership'];
    await q.query(`
      ${open.map((table) => `alter table public.${table} no force row level security;`).join('\n')}
      insert into public.meeting_told (tenant_id, member_id, meeting_id, series_id, starts_at, ends_at, place, cancelled)
        select m.tenant_id, g.member_id, m.id, m.series_id, m.starts_at, m.ends_at, m.place, m.status = 'CANCELLED'
        from public.meeting m join public.group_membership g on g.tenant_id = m.tenant_id and g.group_id = m.group_id
        where m.ends_at > now();
      ${open.map((table) => `alter table public.${table} force row level security;`).join('\n')}`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
