import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

const me = `(select app.me())`;

/** Nudges, and give and take: who was asked to help, how much they can give, what was given, and private prompts. */
export class Nudges1763690000013 implements MigrationInterface {
  name = 'Nudges1763690000013';

  async up(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'support_nudge',
      columns: `
        id uuid not null
        request_id uuid not null
        member_id uuid not null
        reason text not null check (reason in ('TOPIC', 'STRENGTH', 'TYPE', 'TURN', 'CHOSEN'))
        topic text
        type text check (type in ('INFORMATIONAL', 'INSTRUMENTAL', 'EMOTIONAL', 'APPRAISAL'))
        times int
        state text not null check (state in ('ASKED', 'SNOOZED'))
        asked_at timestamptz(3) not null`,
      key: ['id'],
      constraints: [
        'unique (tenant_id, request_id, member_id)',
        'foreign key (tenant_id, request_id) references public.support_request (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', reason: 'text', topic: 'text', type: 'text', times: 'text' },
      see: 'own',
    });
    // Whom the asker chose besides: for the asker alone. It does not say who that is; of anonymous requests one table does.
    await tenantTable(q, {
      name: 'support_second_person',
      columns: `
        request_id uuid not null
        member_id uuid not null
        nudge_id uuid not null
        asked_at timestamptz(3) not null`,
      key: ['request_id', 'member_id'],
      constraints: [
        'foreign key (tenant_id, request_id) references public.support_request (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key' },
      see: {
        sql: `(request_id = any (array(select a.request_id from public.anonymous_author a))
          or exists (select from public.support_request r where r.id = request_id and r.author_id = ${me}))`,
      },
    });
    await tenantTable(q, {
      name: 'help_availability',
      columns: `
        member_id uuid not null
        full_month text check (full_month ~ '^\\d{4}-\\d{2}$')
        willing boolean not null
        version int not null`,
      key: ['member_id'],
      constraints: ['foreign key (tenant_id, member_id) references public.member (tenant_id, id)'],
      personal: { member_id: 'key', full_month: 'text', willing: 'text' },
      see: 'own',
    });
    await tenantTable(q, {
      name: 'support_credit',
      columns: `
        request_id uuid not null
        helper_id uuid not null
        receiver_id uuid
        gave text not null check (gave in ('INFORMATIONAL', 'INSTRUMENTAL', 'EMOTIONAL', 'APPRAISAL'))
        at timestamptz(3) not null`,
      key: ['request_id', 'helper_id'],
      constraints: [
        'foreign key (tenant_id, request_id) references public.support_request (tenant_id, id)',
        'foreign key (tenant_id, helper_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, receiver_id) references public.member (tenant_id, id)',
      ],
      personal: { helper_id: 'key', receiver_id: 'key' },
      see: { sql: `(helper_id = ${me} or receiver_id = ${me})` },
      write: 'none',
    });
    await tenantTable(q, {
      name: 'hard_time',
      columns: `
        audience_id uuid not null
        member_id uuid not null
        since date not null
        noted_at timestamptz(3) not null`,
      key: ['audience_id', 'member_id'],
      constraints: [
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', since: 'text' },
      see: 'content',
      deletable: true,
    });
    await tenantTable(q, {
      name: 'give_and_take_flag',
      columns: `
        id uuid not null
        group_id uuid not null
        member_id uuid not null
        audience_id uuid not null
        state text not null check (state in ('OPEN', 'PUT_ASIDE'))
        created_at timestamptz(3) not null
        changed_at timestamptz(3) not null
        version int not null default 1`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
      ],
      personal: { member_id: 'key' },
      see: 'content',
    });
    await q.query(`
      create index on public.support_nudge (tenant_id, member_id, asked_at);
      create index on public.support_credit (tenant_id, helper_id, at);
      create index on public.support_credit (tenant_id, receiver_id, at);
      create index on public.support_credit (tenant_id, at);
      create index on public.hard_time (tenant_id, member_id);
      create index on public.give_and_take_flag (tenant_id, group_id, member_id, created_at);
      create index on public.support_offer (tenant_id, helper_id);
      create index on public.support_reply (tenant_id, author_id, created_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
