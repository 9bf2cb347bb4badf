import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal, tenantTable } from '../src/platform/database/tenant-table.js';

const me = `(select app.me())`;
const ofTenant = `tenant_id = (select app.tenant_id())`;
const audible = `audience_id = any ((select app.my_audiences())::uuid[])`;
const mine = `id = any (array(select a.request_id from public.anonymous_author a))`;
const ofMine = `request_id = any (array(select a.request_id from public.anonymous_author a))`;
/** The asker, named or not: a named one is looked up in the request itself. */
const asked = (table: string): string => `(${ofMine} or exists (select from public.support_request r
  where r.tenant_id = ${table}.tenant_id and r.id = ${table}.request_id and r.author_id = ${me}))`;
const unmuted = (column: string): string => `${column} <> all ((select app.my_muted())::uuid[])`;
const unmutedOrUnnamed = `(author_id is null or ${unmuted('author_id')})`;

/**
 * What people say to each other beside the open thread, good news, and mutes. A muted member's signed words do
 * not exist for the member who muted them, in any list, search, count, notice or live update: the policies enforce it. Unsigned words
 * stay, because their vanishing would say who wrote them.
 */
export class MutesNotesGoodNews1763690000012 implements MigrationInterface {
  /** Databases remember it by this name. */
  name = 'Answers1763690000012';

  async up(q: QueryRunner): Promise<void> {
    await this.mutes(q);
    await this.advice(q);
    await this.notes(q);
    await this.worries(q);
    await this.goodNews(q);
  }

  private async mutes(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'muted_member',
      columns: `
        member_id uuid not null
        muted_id uuid not null
        created_at timestamptz(3) not null`,
      key: ['member_id', 'muted_id'],
      constraints: [
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, muted_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', muted_id: 'key' },
      see: 'own',
      deletable: true,
    });
    await tenantTable(q, {
      name: 'muted_request',
      columns: `
        member_id uuid not null
        request_id uuid not null
        created_at timestamptz(3) not null`,
      key: ['member_id', 'request_id'],
      constraints: [
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, request_id) references public.support_request (tenant_id, id)',
      ],
      personal: { member_id: 'key' },
      see: 'own',
      deletable: true,
    });
    await q.query(`
      create function app.my_muted() returns uuid[] language sql stable as $$
        select coalesce(array_agg(muted_id), '{}') from public.muted_member
        where tenant_id = (select app.tenant_id()) and member_id = (select app.me()) $$;
      alter policy member_sees on public.support_request
        using (${ofTenant} and (${audible} or author_id = ${me} or ${mine}) and ${unmutedOrUnnamed});
      alter policy member_sees on public.support_reply
        using (${ofTenant} and (${audible} or author_id = ${me} or (by_asker and ${ofMine})) and ${unmutedOrUnnamed});
    `);
  }

  private async advice(q: QueryRunner): Promise<void> {
    await q.query(`alter table public.support_request add advice_welcome boolean not null default false`);
    await declarePersonal(q, 'public.support_request', 'advice_welcome', 'none');
    await tenantTable(q, {
      name: 'support_leave_question',
      columns: `
        request_id uuid not null
        member_id uuid not null
        created_at timestamptz(3) not null`,
      key: ['request_id', 'member_id'],
      constraints: [
        'foreign key (tenant_id, request_id) references public.support_request (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key' },
      see: { sql: `(member_id = ${me} or (${asked('support_leave_question')} and ${unmuted('member_id')}))` },
      write: { sql: `member_id = ${me}` },
    });
  }

  private async notes(q: QueryRunner): Promise<void> {
    // No audience: a row that names both would point from an anonymous request to its author.
    await tenantTable(q, {
      name: 'private_note',
      columns: `
        id uuid not null
        request_id uuid not null
        reader_id uuid not null
        by_asker boolean not null
        body text not null
        created_at timestamptz(3) not null`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, request_id) references public.support_request (tenant_id, id)',
        'foreign key (tenant_id, reader_id) references public.member (tenant_id, id)',
      ],
      personal: { reader_id: 'key', body: 'text' },
      see: { sql: `(reader_id = ${me} or (${asked('private_note')} and ${unmuted('reader_id')}))` },
      write: { sql: `(case when by_asker then ${asked('private_note')} else reader_id = ${me} end)` },
    });
    await q.query(`create index on public.private_note (tenant_id, request_id, created_at, id)`);
  }

  private async worries(q: QueryRunner): Promise<void> {
    // No row says which member told of the worry.
    await tenantTable(q, {
      name: 'support_worry',
      columns: `
        id uuid not null
        request_id uuid not null
        reply_id uuid
        audience_id uuid not null
        note text
        created_at timestamptz(3) not null`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, request_id) references public.support_request (tenant_id, id)',
        'foreign key (tenant_id, reply_id) references public.support_reply (tenant_id, id)',
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
      ],
      personal: { note: 'text' },
      see: 'content',
      write: 'tenant',
    });
    await q.query(`create index on public.support_worry (tenant_id, request_id, created_at, id)`);
  }

  private async goodNews(q: QueryRunner): Promise<void> {
    const audience = 'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)';
    const author = 'foreign key (tenant_id, author_id) references public.member (tenant_id, id)';
    await tenantTable(q, {
      name: 'good_news',
      columns: `
        id uuid not null
        group_id uuid
        audience text not null check (audience in ('GROUP', 'TENANT'))
        audience_id uuid not null
        author_id uuid not null
        body text not null
        created_at timestamptz(3) not null
        withdrawn_at timestamptz(3)`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        audience,
        author,
      ],
      personal: { author_id: 'key', body: 'text' },
      see: { sql: `((${audible} and ${unmuted('author_id')}) or author_id = ${me})` },
      write: { sql: `author_id = ${me}` },
    });
    await tenantTable(q, {
      name: 'good_news_comment',
      columns: `
        id uuid not null
        good_news_id uuid not null
        audience_id uuid not null
        author_id uuid not null
        body text not null
        created_at timestamptz(3) not null`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, good_news_id) references public.good_news (tenant_id, id)',
        audience,
        author,
      ],
      personal: { author_id: 'key', body: 'text' },
      see: { sql: `((${audible} and ${unmuted('author_id')}) or author_id = ${me})` },
      write: { sql: `author_id = ${me}` },
    });
    await tenantTable(q, {
      name: 'good_news_reaction',
      columns: `
        good_news_id uuid not null
        member_id uuid not null
        kind text not null check (kind in ('CONGRATULATIONS', 'THANKS'))
        audience_id uuid not null
        created_at timestamptz(3) not null`,
      key: ['good_news_id', 'member_id', 'kind'],
      constraints: [
        'foreign key (tenant_id, good_news_id) references public.good_news (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        audience,
      ],
      personal: { member_id: 'key' },
      see: { sql: `(${audible} and ${unmuted('member_id')})` },
      write: { sql: `(member_id = ${me} and ${audible})` },
      deletable: true,
    });
    await q.query(`
      create index on public.good_news (tenant_id, audience_id, created_at desc, id desc);
      create index on public.good_news (tenant_id, author_id, created_at desc, id desc);
      create index on public.good_news_comment (tenant_id, good_news_id, created_at, id)`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
