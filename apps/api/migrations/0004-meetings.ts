import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** Series and meetings (wall time, zone and instant side by side), answers, and the private calendar feeds. */
export class Meetings1763690000004 implements MigrationInterface {
  name = 'Meetings1763690000004';

  async up(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'meeting_series',
      columns: `
        id uuid not null
        group_id uuid not null
        title text not null
        rule text
        starts_at_local text not null check (${isLocal('starts_at_local')})
        time_zone text not null
        duration_minutes int not null check (duration_minutes > 0)
        format text not null check (format in ('IN_PERSON', 'ONLINE', 'HYBRID'))
        place text
        url text
        agenda_template text
        skipped text[] not null default '{}'
        ended boolean not null default false
        sequence int not null default 0
        created_at timestamptz(3) not null
        version int not null default 1`,
      key: ['id'],
      constraints: ['foreign key (tenant_id, group_id) references public."group" (tenant_id, id)'],
      personal: { title: 'text', place: 'text', url: 'text' },
      see: 'group',
    });
    await tenantTable(q, {
      name: 'meeting',
      columns: `
        id uuid not null
        group_id uuid not null
        series_id uuid not null
        title text not null
        recurrence_id text not null check (${isLocal('recurrence_id')})
        starts_at_local text not null check (${isLocal('starts_at_local')})
        time_zone text not null
        starts_at timestamptz(3) not null
        ends_at timestamptz(3) not null check (ends_at > starts_at)
        duration_minutes int not null
        format text not null check (format in ('IN_PERSON', 'ONLINE', 'HYBRID'))
        place text
        url text
        status text not null check (status in ('SCHEDULED', 'OPEN', 'CLOSED', 'CANCELLED'))
        cancel_reason text
        sequence int not null default 0
        time_set_at timestamptz(3) not null
        agenda jsonb not null default '[]'
        created_at timestamptz(3) not null
        version int not null default 1`,
      key: ['id'],
      constraints: [
        'unique (tenant_id, series_id, recurrence_id)',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, series_id) references public.meeting_series (tenant_id, id)',
      ],
      personal: { title: 'text', place: 'text', url: 'text', cancel_reason: 'text', agenda: 'text' },
      see: 'group',
    });
    await tenantTable(q, {
      name: 'meeting_rsvp',
      columns: `
        meeting_id uuid not null
        member_id uuid not null
        group_id uuid not null
        answer text not null check (answer in ('YES', 'NO', 'ONLINE', 'ASYNC'))
        note text check (note in ('LATE', 'LEAVING_EARLY'))
        given_by uuid not null
        given_at timestamptz(3) not null
        version int not null default 1`,
      key: ['meeting_id', 'member_id'],
      constraints: [
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, given_by) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', given_by: 'key', answer: 'text', note: 'text' },
      see: 'group',
    });
    await tenantTable(q, {
      name: 'calendar_feed',
      columns: `
        id uuid not null
        member_id uuid not null
        created_at timestamptz(3) not null
        revoked_at timestamptz(3)`,
      key: ['id'],
      constraints: ['foreign key (tenant_id, member_id) references public.member (tenant_id, id)'],
      personal: { member_id: 'key' },
      see: 'own',
    });
    await q.query(`
      create index on public.meeting_series (tenant_id, group_id);
      create index on public.meeting (tenant_id, group_id, starts_at, id);
      create index on public.meeting (tenant_id, starts_at, id);
      create index on public.meeting_rsvp (tenant_id, member_id);
      create unique index calendar_feed_current on public.calendar_feed (tenant_id, member_id) where revoked_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}

const isLocal = (column: string): string => `${column} ~ '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$'`;
