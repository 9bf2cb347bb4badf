import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

const audible = `audience_id = any ((select app.my_audiences())::uuid[])`;
const me = `(select app.me())`;
const inGroup = `group_id = any ((select app.my_groups())::uuid[])`;
const mineOrAudible = `(${audible} or member_id = ${me})`;
/** Read under the policies of the parent's table: a viewer who sees the parent sees the child. */
const seesParent = (table: string, child: string, parent: string): string =>
  `exists (select from public.${parent} p where p.tenant_id = ${table}.tenant_id and p.id = ${table}.${child})`;

/**
 * What people write before a meeting: notes, with mood and figures in rows of their own because other eyes read them; topics with votes;
 * answers to both; and whose turn it was on the hot seat. Taking something back deletes it, with what hangs on it.
 */
export class CheckInsAndTopics1763690000008 implements MigrationInterface {
  /** Databases remember it by this name. */
  name = 'Prepare1763690000008';

  async up(q: QueryRunner): Promise<void> {
    await this.checkIns(q);
    await this.topics(q);
    await tenantTable(q, {
      name: 'remark',
      columns: `
        id uuid not null
        group_id uuid not null
        check_in_id uuid
        topic_id uuid
        member_id uuid not null
        body text not null
        created_at timestamptz(3) not null`,
      key: ['id'],
      constraints: [
        'check ((check_in_id is null) <> (topic_id is null))',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, check_in_id) references public.check_in (tenant_id, id) on delete cascade',
        'foreign key (tenant_id, topic_id) references public.topic (tenant_id, id) on delete cascade',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', body: 'text' },
      see: {
        sql: `(member_id = ${me} or (${inGroup} and (${seesParent('remark', 'check_in_id', 'check_in')} or ${seesParent('remark', 'topic_id', 'topic')})))`,
      },
      write: { sql: `member_id = ${me}` },
      deletable: true,
    });
    await q.query(`
      create index on public.check_in (tenant_id, member_id);
      create index on public.topic (tenant_id, meeting_id);
      create index on public.remark (tenant_id, check_in_id, created_at, id);
      create index on public.remark (tenant_id, topic_id, created_at, id);
      create index on public.meeting_hot_seat (tenant_id, group_id, member_id)`);
  }

  private async checkIns(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'check_in',
      columns: `
        id uuid not null
        meeting_id uuid not null
        group_id uuid not null
        member_id uuid not null
        audience_id uuid not null
        visibility text not null check (visibility in ('SELF', 'FACILITATOR', 'GROUP'))
        note text
        progress text
        problem text
        request text
        created_at timestamptz(3) not null
        updated_at timestamptz(3) not null
        version int not null default 1`,
      key: ['id'],
      constraints: [
        'unique (tenant_id, meeting_id, member_id)',
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
      ],
      personal: { member_id: 'key', note: 'text', progress: 'text', problem: 'text', request: 'text' },
      see: { sql: mineOrAudible },
      write: { sql: `member_id = ${me}` },
      deletable: true,
    });
    const apart = {
      key: ['check_in_id'],
      constraints: [
        'foreign key (tenant_id, check_in_id) references public.check_in (tenant_id, id) on delete cascade',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
      ],
      see: { sql: mineOrAudible },
      write: { sql: `member_id = ${me}` },
      deletable: true,
    };
    const whose = `
        check_in_id uuid not null
        member_id uuid not null
        audience_id uuid not null
        visibility text not null check (visibility in ('SELF', 'FACILITATOR', 'GROUP'))`;
    await tenantTable(q, {
      ...apart,
      name: 'check_in_mood',
      columns: `${whose}
        mood int not null check (mood between 1 and 5)`,
      personal: { member_id: 'key', mood: 'text' },
    });
    await tenantTable(q, {
      ...apart,
      name: 'check_in_figures',
      columns: `${whose}
        month date not null
        sales_yen bigint
        gross_profit_yen bigint
        customers int
        own_hours double precision`,
      personal: {
        member_id: 'key',
        sales_yen: 'text',
        gross_profit_yen: 'text',
        customers: 'text',
        own_hours: 'text',
      },
    });
  }

  private async topics(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'topic',
      columns: `
        id uuid not null
        meeting_id uuid not null
        group_id uuid not null
        member_id uuid not null
        audience_id uuid not null
        title text not null
        detail text
        priority text not null check (priority in ('A', 'B', 'C'))
        minutes int not null check (minutes > 0)
        created_at timestamptz(3) not null
        version int not null default 1`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
      ],
      personal: { member_id: 'key', title: 'text', detail: 'text' },
      see: { sql: mineOrAudible },
      write: { sql: `member_id = ${me}` },
      deletable: true,
    });
    await tenantTable(q, {
      name: 'topic_vote',
      columns: `
        topic_id uuid not null
        member_id uuid not null
        created_at timestamptz(3) not null`,
      key: ['topic_id', 'member_id'],
      constraints: [
        'foreign key (tenant_id, topic_id) references public.topic (tenant_id, id) on delete cascade',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key' },
      see: { sql: seesParent('topic_vote', 'topic_id', 'topic') },
      write: { sql: `member_id = ${me}` },
      deletable: true,
    });
    // Ids only, for the group alone: whose turn it was decides whose turn comes next.
    await tenantTable(q, {
      name: 'meeting_hot_seat',
      columns: `
        meeting_id uuid not null
        topic_id uuid not null
        group_id uuid not null
        member_id uuid not null
        taken_by uuid not null
        taken_at timestamptz(3) not null`,
      key: ['meeting_id', 'topic_id'],
      constraints: [
        'foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)',
        'foreign key (tenant_id, topic_id) references public.topic (tenant_id, id) on delete cascade',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, taken_by) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', taken_by: 'key' },
      see: { sql: inGroup },
      deletable: true,
    });
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
