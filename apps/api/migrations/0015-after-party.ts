import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** 懇親会: what follows a meeting, with its own fee and its own answers. */
export class AfterParty1763690000015 implements MigrationInterface {
  name = 'AfterParty1763690000015';

  async up(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'after_party',
      columns: `
        meeting_id uuid not null
        group_id uuid not null
        details text
        fee_yen int
        version int not null default 1`,
      key: ['meeting_id'],
      constraints: [
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'check (fee_yen >= 0)',
      ],
      personal: { details: 'text' },
      see: 'group',
      deletable: true,
    });
    await tenantTable(q, {
      name: 'after_party_answer',
      columns: `
        meeting_id uuid not null
        member_id uuid not null
        group_id uuid not null
        coming boolean not null
        given_by uuid not null
        given_at timestamptz(3) not null`,
      key: ['meeting_id', 'member_id'],
      constraints: [
        'foreign key (tenant_id, meeting_id) references public.after_party (tenant_id, meeting_id) on delete cascade',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, given_by) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', coming: 'text', given_by: 'key' },
      see: 'group',
      deletable: true,
    });
    await q.query(`create index on public.after_party_answer (tenant_id, member_id)`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
