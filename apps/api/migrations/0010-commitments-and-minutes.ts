import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

const audible = `audience_id = any ((select app.my_audiences())::uuid[])`;
const me = `(select app.me())`;

/**
 * What a meeting leaves behind. Open commitments are for the group's people of today, settled ones for those who were in it when
 * they were settled; people who left keep seeing their own.
 */
export class CommitmentsAndMinutes1763690000010 implements MigrationInterface {
  /** Databases remember it by this name. */
  name = 'FollowUp1763690000010';

  async up(q: QueryRunner): Promise<void> {
    await this.commitments(q);
    await this.decisions(q);
    await this.minutes(q);
    await this.closingRound(q);
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

  /** Sealed and added to, never changed: no role at run time may update them. */
  private async minutes(q: QueryRunner): Promise<void> {
    const ofMeeting = [
      'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
      'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
      'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
    ];
    await tenantTable(q, {
      name: 'meeting_minutes',
      columns: `
        meeting_id uuid not null
        edition int not null
        group_id uuid not null
        audience_id uuid not null
        sealed_by uuid not null
        sealed_at timestamptz(3) not null
        text text not null
        hash text not null check (hash ~ '^[0-9a-f]{64}$')`,
      key: ['meeting_id', 'edition'],
      constraints: [
        ...ofMeeting,
        'foreign key (tenant_id, sealed_by) references public.member (tenant_id, id)',
      ],
      personal: { sealed_by: 'key', text: 'text' },
      see: 'content',
    });
    await tenantTable(q, {
      name: 'meeting_minutes_correction',
      columns: `
        id uuid not null
        meeting_id uuid not null
        group_id uuid not null
        audience_id uuid not null
        author_id uuid not null
        text text not null
        at timestamptz(3) not null`,
      key: ['id'],
      constraints: [
        ...ofMeeting,
        'foreign key (tenant_id, author_id) references public.member (tenant_id, id)',
      ],
      personal: { author_id: 'key', text: 'text' },
      see: 'content',
    });
    await q.query(`
      create index on public.meeting_minutes_correction (tenant_id, meeting_id, at, id);
      revoke update on public.meeting_minutes, public.meeting_minutes_correction from app_rt, worker_rt`);
  }

  /** What each member says at the end. How safe it felt is read by that member and by the job that adds it up. */
  private async closingRound(q: QueryRunner): Promise<void> {
    const ofMember = [
      'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
      'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
      'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
    ];
    const forAudience = 'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)';
    const mine = { sql: `member_id = ${me}` };
    await tenantTable(q, {
      name: 'meeting_reflection',
      columns: `
        meeting_id uuid not null
        member_id uuid not null
        kind text not null check (kind in ('PLUS', 'DELTA', 'TAKE_AWAY'))
        group_id uuid not null
        audience_id uuid not null
        text text not null
        written_at timestamptz(3) not null`,
      key: ['meeting_id', 'member_id', 'kind'],
      constraints: [...ofMember, forAudience],
      personal: { member_id: 'key', text: 'text' },
      see: { sql: `(${audible} or member_id = ${me})` },
      write: mine,
      deletable: true,
    });
    await tenantTable(q, {
      name: 'meeting_goal',
      columns: `
        meeting_id uuid not null
        member_id uuid not null
        group_id uuid not null
        audience_id uuid not null
        text text not null
        wanted text check (wanted in ('INFORMATIONAL', 'INSTRUMENTAL', 'EMOTIONAL', 'APPRAISAL'))
        written_at timestamptz(3) not null`,
      key: ['meeting_id', 'member_id'],
      constraints: [...ofMember, forAudience],
      personal: { member_id: 'key', text: 'text', wanted: 'text' },
      see: { sql: `(${audible} or member_id = ${me})` },
      write: mine,
      deletable: true,
    });
    await tenantTable(q, {
      name: 'meeting_safety',
      columns: `
        meeting_id uuid not null
        member_id uuid not null
        group_id uuid not null
        spoke int not null check (spoke between 1 and 5)
        safe int not null check (safe between 1 and 5)
        heard int not null check (heard between 1 and 5)
        answered_at timestamptz(3) not null`,
      key: ['meeting_id', 'member_id'],
      constraints: ofMember,
      personal: { member_id: 'key', spoke: 'text', safe: 'text', heard: 'text' },
      see: 'own',
      deletable: true,
    });
    await tenantTable(q, {
      name: 'meeting_safety_release',
      columns: `
        group_id uuid not null
        meeting_id uuid not null
        n int not null
        spoke double precision not null
        safe double precision not null
        heard double precision not null
        released_at timestamptz(3) not null`,
      key: ['group_id'],
      constraints: [
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
      ],
      see: { sql: `group_id = any ((select app.my_groups())::uuid[])` },
      write: 'none',
    });
    await tenantTable(q, {
      name: 'meeting_look_back',
      columns: `
        meeting_id uuid not null
        member_id uuid not null
        group_id uuid not null
        agreed boolean not null
        answered_at timestamptz(3) not null`,
      key: ['meeting_id', 'member_id'],
      constraints: ofMember,
      personal: { member_id: 'key', agreed: 'text' },
      see: 'own',
      deletable: true,
    });
    await q.query(`
      create index on public.meeting_goal (tenant_id, group_id, written_at);
      create index on public.meeting_goal (tenant_id, member_id, written_at)`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
