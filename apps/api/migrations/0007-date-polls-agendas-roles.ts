import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** Date polls with their answers, the agendas that groups have made their own, and who does what at a meeting. */
export class DatePollsAgendasRoles1763690000007 implements MigrationInterface {
  /** Databases remember it by this name. */
  name = 'Plan1763690000007';

  async up(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'date_poll',
      columns: `
        id uuid not null
        group_id uuid not null
        title text not null
        note text
        time_zone text not null
        options jsonb not null
        closes_on date
        status text not null check (status in ('OPEN', 'SETTLED', 'CANCELLED'))
        chosen_option_id uuid
        meeting_id uuid
        created_by uuid not null
        created_at timestamptz(3) not null
        version int not null default 1`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, created_by) references public.member (tenant_id, id)',
        `check ((status = 'SETTLED') = (chosen_option_id is not null and meeting_id is not null))`,
      ],
      personal: { title: 'text', note: 'text', created_by: 'key' },
      see: 'group',
    });
    await tenantTable(q, {
      name: 'date_poll_answer',
      columns: `
        poll_id uuid not null
        option_id uuid not null
        member_id uuid not null
        group_id uuid not null
        answer text not null check (answer in ('YES', 'IF_NEED_BE', 'NO'))
        given_at timestamptz(3) not null`,
      key: ['poll_id', 'option_id', 'member_id'],
      constraints: [
        'foreign key (tenant_id, poll_id) references public.date_poll (tenant_id, id)',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', answer: 'text' },
      see: 'group',
      deletable: true,
    });
    await tenantTable(q, {
      name: 'agenda_template',
      columns: `
        id uuid not null
        group_id uuid not null
        name text not null
        steps jsonb not null
        removed boolean not null default false
        created_at timestamptz(3) not null
        version int not null default 1`,
      key: ['id'],
      constraints: ['foreign key (tenant_id, group_id) references public."group" (tenant_id, id)'],
      personal: { name: 'text', steps: 'text' },
      see: 'group',
    });
    await tenantTable(q, {
      name: 'meeting_role',
      columns: `
        meeting_id uuid not null
        role text not null ${isRole}
        group_id uuid not null
        member_id uuid not null
        because text not null check (because in ('ROTATION', 'CHOSEN', 'STEPPED_IN', 'TOPIC'))
        set_at timestamptz(3) not null`,
      key: ['meeting_id', 'role'],
      constraints: [
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key' },
      see: 'group',
      deletable: true,
    });
    await tenantTable(q, {
      name: 'meeting_role_declined',
      columns: `
        meeting_id uuid not null
        role text not null ${isRole}
        member_id uuid not null
        group_id uuid not null
        declined_at timestamptz(3) not null`,
      key: ['meeting_id', 'role', 'member_id'],
      constraints: [
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key' },
      see: 'group',
    });
    await q.query(`
      create index on public.date_poll (tenant_id, group_id, created_at desc, id desc);
      create index on public.date_poll (tenant_id, created_at desc, id desc) where status = 'OPEN';
      create index on public.date_poll_answer (tenant_id, member_id);
      create index on public.agenda_template (tenant_id, group_id);
      create index on public.meeting_role (tenant_id, group_id, role);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}

const isRole = `check (role in ('HOST', 'TIMEKEEPER', 'HOT_SEAT'))`;
