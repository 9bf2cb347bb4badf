import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** The people of the group, without the office: how a meeting went is theirs. */
const inGroup = { sql: `group_id = any ((select app.my_groups())::uuid[])` };

/** Who was there can be corrected after a meeting was closed, and a start that was a mistake leaves no clock behind. */
export class CorrectedAttendance1763690000027 implements MigrationInterface {
  name = 'CorrectedAttendance1763690000027';

  async up(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'meeting_attendance_correction',
      columns: `
        id uuid not null
        meeting_id uuid not null
        group_id uuid not null
        member_id uuid not null
        before text check (before in ('PRESENT', 'ONLINE', 'ABSENT'))
        presence text not null check (presence in ('PRESENT', 'ONLINE', 'ABSENT'))
        late boolean not null
        corrected_by uuid not null
        at timestamptz(3) not null`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, corrected_by) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', before: 'text', presence: 'text', late: 'text', corrected_by: 'key' },
      see: inGroup,
    });
    await q.query(`
      create index on public.meeting_attendance_correction (tenant_id, meeting_id, at, id);
      create policy member_deletes on public.meeting_run for delete to app_rt
        using (tenant_id = (select app.tenant_id()) and ${inGroup.sql});
      grant delete on public.meeting_run to app_rt, worker_rt`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
