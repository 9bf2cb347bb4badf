import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

const audible = `audience_id = any ((select app.my_audiences())::uuid[])`;
const me = `(select app.me())`;

/**
 * What a meeting leaves behind. Open commitments are for the group's people of today, settled ones for those who were in it when
 * they were settled; people who left keep seeing their own.
 */
export class FollowUp1763690000010 implements MigrationInterface {
  name = 'FollowUp1763690000010';

  async up(q: QueryRunner): Promise<void> {
    await this.commitments(q);
    await this.decisions(q);
  }

  private async commitments(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'commitment',
      columns: `
        id uuid not null
        group_id uuid not null
        meeting_id uuid not null
        audience_id uuid not null
        owner_id uuid not null
        made_by uuid not null
        statement text not null
        due_on text not null check (due_on ~ '^\\d{4}-\\d{2}-\\d{2}$')
        time_zone text not null
        status text not null check (status in ('OPEN', 'KEPT', 'PARTLY', 'DROPPED', 'CARRIED'))
        reason text
        settled_at timestamptz(3)
        settled_in uuid
        created_at timestamptz(3) not null
        version int not null default 1`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, settled_in) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
        'foreign key (tenant_id, owner_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, made_by) references public.member (tenant_id, id)',
      ],
      personal: { owner_id: 'key', made_by: 'key', statement: 'text', reason: 'text', status: 'text' },
      see: { sql: `(${audible} or owner_id = ${me})` },
    });
    await tenantTable(q, {
      name: 'commitment_settlement',
      columns: `
        id uuid not null
        commitment_id uuid not null
        audience_id uuid not null
        owner_id uuid not null
        status text not null
        reason text
        status_before text not null
        due_before text not null
        by uuid not null
        at timestamptz(3) not null`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, commitment_id) references public.commitment (tenant_id, id)',
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
        'foreign key (tenant_id, owner_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, by) references public.member (tenant_id, id)',
      ],
      personal: { owner_id: 'key', by: 'key', reason: 'text', status: 'text', status_before: 'text' },
      see: { sql: `(${audible} or owner_id = ${me})` },
    });
    await q.query(`
      create index on public.commitment (tenant_id, group_id, created_at, id);
      create index on public.commitment (tenant_id, owner_id, created_at, id);
      create index on public.commitment (tenant_id, meeting_id);
      create index on public.commitment (tenant_id, settled_in);
      create index on public.commitment_settlement (tenant_id, commitment_id, at)`);
  }

  private async decisions(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'meeting_decision',
      columns: `
        id uuid not null
        meeting_id uuid not null
        group_id uuid not null
        audience_id uuid not null
        recorded_by uuid not null
        text text not null
        recorded_at timestamptz(3) not null
        withdrawn_at timestamptz(3)`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
        'foreign key (tenant_id, recorded_by) references public.member (tenant_id, id)',
      ],
      personal: { recorded_by: 'key', text: 'text' },
      see: 'content',
    });
    await q.query(
      `create index on public.meeting_decision (tenant_id, meeting_id, recorded_at, id) where withdrawn_at is null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
