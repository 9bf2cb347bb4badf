import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal, tenantTable } from '../src/platform/database/tenant-table.js';

/** A closing round knows how often it was written; a topic knows which one of a year ago it brings back. */
export class LookBack1763690000016 implements MigrationInterface {
  name = 'LookBack1763690000016';

  async up(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'meeting_closing_round',
      columns: `
        meeting_id uuid not null
        member_id uuid not null
        version int not null`,
      key: ['meeting_id', 'member_id'],
      constraints: [
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key' },
      see: 'own',
      deletable: true,
    });
    await q.query(`
      insert into public.meeting_closing_round (tenant_id, meeting_id, member_id, version)
        select tenant_id, meeting_id, member_id, 1 from public.meeting_reflection
        union select tenant_id, meeting_id, member_id, 1 from public.meeting_goal
        union select tenant_id, meeting_id, member_id, 1 from public.meeting_safety
        union select tenant_id, meeting_id, member_id, 1 from public.meeting_look_back;
      alter table public.topic add column looks_back_to uuid,
        add foreign key (tenant_id, looks_back_to) references public.topic (tenant_id, id) on delete set null (looks_back_to);
      create index on public.topic (tenant_id, looks_back_to) where looks_back_to is not null`);
    await declarePersonal(q, 'public.topic', 'looks_back_to', 'none');
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
