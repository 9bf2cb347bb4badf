import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

const mine = `id = any (array(select a.request_id from public.anonymous_author a))`;
const ofMine = `request_id = any (array(select a.request_id from public.anonymous_author a))`;
const audible = `audience_id = any ((select app.my_audiences())::uuid[])`;
const me = `(select app.me())`;

/**
 * The four kinds of support. Who asked anonymously stands in one table that only the asker and the workers can read; nothing
 * else in the database points from an anonymous request to its author. People who left keep seeing what they wrote themselves.
 */
export class Support1763690000005 implements MigrationInterface {
  name = 'Support1763690000005';

  async up(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'anonymous_author',
      columns: `
        request_id uuid not null
        author_id uuid not null`,
      key: ['request_id'],
      constraints: ['foreign key (tenant_id, author_id) references public.member (tenant_id, id)'],
      personal: { author_id: 'key' },
      see: { sql: `author_id = ${me}` },
      deletable: true,
    });
    await q.query(`create index on public.anonymous_author (tenant_id, author_id)`);
    await tenantTable(q, {
      name: 'support_request',
      columns: `
        id uuid not null
        group_id uuid
        audience text not null check (audience in ('GROUP', 'TENANT', 'CHOSEN'))
        audience_id uuid not null
        author_id uuid
        type text not null check (type in ('INFORMATIONAL', 'INSTRUMENTAL', 'EMOTIONAL', 'APPRAISAL'))
        wanted text not null check (wanted in ('LISTEN', 'EXPERIENCE', 'ADVICE', 'INTRODUCTION', 'HANDS'))
        urgency text not null check (urgency in ('LOW', 'NORMAL', 'HIGH'))
        title text not null
        body text not null
        accepts_paid boolean not null
        status text not null check (status in ('OPEN', 'MATCHED', 'RESOLVED', 'WITHDRAWN', 'EXPIRED'))
        outcome text
        reply_count int not null default 0
        created_at timestamptz(3) not null
        updated_at timestamptz(3) not null
        last_activity_at timestamptz(3) not null
        expiry_asked_at timestamptz(3)
        version int not null default 1`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
        'foreign key (tenant_id, author_id) references public.member (tenant_id, id)',
      ],
      personal: { author_id: 'key', title: 'text', body: 'text', outcome: 'text' },
      see: { sql: `(${audible} or author_id = ${me} or ${mine})` },
    });
    await q.query(`
      alter table public.anonymous_author add foreign key (tenant_id, request_id) references public.support_request (tenant_id, id);
      create index on public.support_request (tenant_id, audience_id, created_at desc, id desc);
      create index on public.support_request (tenant_id, group_id, created_at desc, id desc);
      create index on public.support_request (tenant_id, author_id, created_at desc, id desc)`);
    await tenantTable(q, {
      name: 'support_reply',
      columns: `
        id uuid not null
        request_id uuid not null
        audience_id uuid not null
        author_id uuid
        by_asker boolean not null
        gives text check (gives in ('INFORMATIONAL', 'INSTRUMENTAL', 'EMOTIONAL', 'APPRAISAL'))
        body text not null
        created_at timestamptz(3) not null`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, request_id) references public.support_request (tenant_id, id)',
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
        'foreign key (tenant_id, author_id) references public.member (tenant_id, id)',
      ],
      personal: { author_id: 'key', body: 'text' },
      see: { sql: `(${audible} or author_id = ${me} or (by_asker and ${ofMine}))` },
    });
    await tenantTable(q, {
      name: 'support_offer',
      columns: `
        id uuid not null
        request_id uuid not null
        audience_id uuid not null
        helper_id uuid not null
        message text not null
        terms text not null check (terms in ('FREE', 'EXCHANGE', 'PAID'))
        price int check (price between 1 and 10000000)
        status text not null check (status in ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'DELIVERED'))
        created_at timestamptz(3) not null
        updated_at timestamptz(3) not null`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, request_id) references public.support_request (tenant_id, id)',
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
        'foreign key (tenant_id, helper_id) references public.member (tenant_id, id)',
      ],
      personal: { helper_id: 'key', message: 'text' },
      see: { sql: `(${audible} or helper_id = ${me})` },
    });
    await tenantTable(q, {
      name: 'support_offer_reason',
      columns: `
        offer_id uuid not null
        member_id uuid not null
        reason text not null check (reason in ('WORK', 'RETURN', 'LEARNING', 'GIFT'))`,
      key: ['offer_id'],
      constraints: [
        'foreign key (tenant_id, offer_id) references public.support_offer (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', reason: 'text' },
      see: 'own',
    });
    await tenantTable(q, {
      name: 'support_thanks',
      columns: `
        request_id uuid not null
        helper_id uuid not null
        audience_id uuid not null
        message text not null
        created_at timestamptz(3) not null`,
      key: ['request_id', 'helper_id'],
      constraints: [
        'foreign key (tenant_id, request_id) references public.support_request (tenant_id, id)',
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
        'foreign key (tenant_id, helper_id) references public.member (tenant_id, id)',
      ],
      personal: { helper_id: 'key', message: 'text' },
      see: { sql: `(${audible} or helper_id = ${me})` },
    });
    // Asked, given, felt: for the asker and for figures, never for the helper or the group.
    await tenantTable(q, {
      name: 'support_given',
      columns: `
        request_id uuid not null
        helper_id uuid not null
        asker_id uuid
        asked text not null
        gave text not null
        match int check (match between 1 and 5)
        created_at timestamptz(3) not null`,
      key: ['request_id', 'helper_id'],
      constraints: [
        'foreign key (tenant_id, request_id) references public.support_request (tenant_id, id)',
        'foreign key (tenant_id, helper_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, asker_id) references public.member (tenant_id, id)',
      ],
      personal: { helper_id: 'key', asker_id: 'key', match: 'text' },
      see: { sql: `(asker_id = ${me} or ${ofMine})` },
    });
    // An anonymous asker who takes an offer gives their name to that helper alone.
    await tenantTable(q, {
      name: 'support_introduction',
      columns: `
        request_id uuid not null
        helper_id uuid not null
        asker_id uuid not null`,
      key: ['request_id', 'helper_id'],
      constraints: [
        'foreign key (tenant_id, request_id) references public.support_request (tenant_id, id)',
        'foreign key (tenant_id, helper_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, asker_id) references public.member (tenant_id, id)',
      ],
      personal: { helper_id: 'key', asker_id: 'key' },
      see: { sql: `(helper_id = ${me} or asker_id = ${me})` },
    });
    await q.query(`
      create index on public.support_reply (tenant_id, request_id, created_at, id);
      create index on public.support_offer (tenant_id, request_id, created_at, id);
      create index on public.support_given (tenant_id, helper_id, created_at)`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
