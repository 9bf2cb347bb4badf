import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** The people of the group, without the office: how a meeting went is theirs. */
const inGroup = { sql: `group_id = any ((select app.my_groups())::uuid[])` };

/** A meeting under way: its clock, who runs it, who is there, who spoke how long, and its recording. */
export class ConsoleAndAttendance1763690000009 implements MigrationInterface {
  /** Databases remember it by this name. */
  name = 'Run1763690000009';

  async up(q: QueryRunner): Promise<void> {
    const ofMeeting = [
      'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
      'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
    ];
    const person = (column: string): string =>
      `foreign key (tenant_id, ${column}) references public.member (tenant_id, id)`;
    await tenantTable(q, {
      name: 'meeting_run',
      columns: `
        meeting_id uuid not null
        group_id uuid not null
        started_at timestamptz(3) not null
        started_by uuid not null
        step_id uuid
        since timestamptz(3) not null
        paused boolean not null default false
        paused_ms double precision not null default 0
        loose_ms double precision not null default 0
        steps jsonb not null default '[]'
        last jsonb
        version int not null default 1`,
      key: ['meeting_id'],
      constraints: [...ofMeeting, person('started_by')],
      personal: { started_by: 'key' },
      see: inGroup,
    });
    await tenantTable(q, {
      name: 'meeting_handover',
      columns: `
        meeting_id uuid not null
        group_id uuid not null
        member_id uuid
        given_by uuid not null
        given_at timestamptz(3) not null
        version int not null default 1`,
      key: ['meeting_id'],
      constraints: [...ofMeeting, person('member_id'), person('given_by')],
      personal: { member_id: 'key', given_by: 'key' },
      see: inGroup,
    });
    await tenantTable(q, {
      name: 'meeting_attendance',
      columns: `
        meeting_id uuid not null
        member_id uuid not null
        group_id uuid not null
        presence text check (presence in ('PRESENT', 'ONLINE', 'ABSENT'))
        late boolean not null default false
        marked_by uuid not null
        marked_at timestamptz(3) not null
        version int not null default 1`,
      key: ['meeting_id', 'member_id'],
      constraints: [...ofMeeting, person('member_id'), person('marked_by')],
      personal: { member_id: 'key', presence: 'text', late: 'text', marked_by: 'key' },
      see: inGroup,
    });
    const forConsole = {
      sql: `(audience_id = any ((select app.my_audiences())::uuid[]) or exists (
        select 1 from public.meeting_handover h where h.tenant_id = meeting_airtime.tenant_id
          and h.meeting_id = meeting_airtime.meeting_id and h.member_id = (select app.me())))`,
    };
    await tenantTable(q, {
      name: 'meeting_airtime',
      columns: `
        meeting_id uuid not null
        member_id uuid not null
        step_id uuid not null
        group_id uuid not null
        audience_id uuid not null
        spent_ms double precision not null default 0
        speaking_since timestamptz(3)
        version int not null default 1`,
      key: ['meeting_id', 'member_id', 'step_id'],
      constraints: [
        ...ofMeeting,
        person('member_id'),
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
      ],
      personal: { member_id: 'key', spent_ms: 'text', speaking_since: 'text' },
      see: forConsole,
    });
    await tenantTable(q, {
      name: 'meeting_recording',
      columns: `
        meeting_id uuid not null
        group_id uuid not null
        audience_id uuid not null
        url text
        set_by uuid not null
        set_at timestamptz(3) not null
        gone_at timestamptz(3)
        version int not null default 1`,
      key: ['meeting_id'],
      constraints: [
        ...ofMeeting,
        person('set_by'),
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
      ],
      personal: { url: 'text', set_by: 'key' },
      see: 'content',
      write: inGroup,
    });
    await tenantTable(q, {
      name: 'meeting_recording_consent',
      columns: `
        meeting_id uuid not null
        member_id uuid not null
        group_id uuid not null
        agrees boolean not null
        given_at timestamptz(3) not null
        version int not null default 1`,
      key: ['meeting_id', 'member_id'],
      constraints: [...ofMeeting, person('member_id')],
      personal: { member_id: 'key', agrees: 'text' },
      see: inGroup,
      write: { sql: `member_id = (select app.me()) and ${inGroup.sql}` },
    });
    await q.query(`
      create unique index meeting_one_open on public.meeting (tenant_id, group_id) where status = 'OPEN';
      create unique index meeting_one_speaker on public.meeting_airtime (tenant_id, meeting_id) where speaking_since is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
