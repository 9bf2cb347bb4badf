import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal, tenantTable } from '../src/platform/database/tenant-table.js';

/**
 * The ground: the clock, identity (auth), who sees what (members, groups, audiences), and what keeps promises
 * (events, deliveries, timers). The roles were made by `prepareDatabase`, which runs before any migration.
 */
export class Ground1763690000001 implements MigrationInterface {
  name = 'Ground1763690000001';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create schema app;
      create schema auth;
      grant usage on schema app to app_rt, worker_rt, auth_rt, app_gate;
      grant usage on schema auth to auth_rt, app_gate;

      create table app.clock_shift (single boolean primary key default true check (single), shift interval not null);
      insert into app.clock_shift (shift) values (interval '0');
      grant select on app.clock_shift to app_rt, worker_rt, auth_rt;

      -- Bodies in the standard's form are parsed here and inlined where they are called: no search_path, no call.
      create function app.now() returns timestamptz(3) language sql stable
        return date_trunc('milliseconds', transaction_timestamp() + (select shift from app.clock_shift));
      create function app.tenant_id() returns uuid language sql stable
        return nullif(current_setting('app.tenant_id', true), '')::uuid;
      create function app.me() returns uuid language sql stable
        return nullif(current_setting('app.member_id', true), '')::uuid;
      create function app.is_admin() returns boolean language sql stable
        return coalesce(current_setting('app.role', true), '') = 'ADMIN';

      -- Policies name these two before the tables they read exist.
      set local check_function_bodies = off;
      create function app.my_groups() returns uuid[] language sql stable security definer set search_path = '' as $$
        select coalesce(array_agg(group_id), '{}') from public.group_membership
        where tenant_id = (select app.tenant_id()) and member_id = (select app.me()) $$;
      create function app.my_audiences() returns uuid[] language sql stable security definer set search_path = '' as $$
        select coalesce(array_agg(audience_id), '{}') from public.audience_member
        where tenant_id = (select app.tenant_id()) and member_id = (select app.me())
          -- A viewer with an unproven address reads no content.
          and coalesce(current_setting('app.unproven', true), '') = '' $$;
      set local check_function_bodies = on;
    `);
    await this.auth(q);
    await this.people(q);
    await this.audiences(q);
    await this.promises(q);
    await this.search(q);
  }

  private async auth(q: QueryRunner): Promise<void> {
    await q.query(`
      create table auth."user" (
        id uuid primary key, email text not null unique, email_proven_at timestamptz(3), password_hash text,
        locale text not null default 'ja' check (locale in ('ja', 'en')),
        text_size text not null default 'NORMAL' check (text_size in ('NORMAL', 'LARGE', 'LARGEST')),
        created_at timestamptz(3) not null, version int not null default 1
      );
      create table auth.tenant (id uuid primary key, slug text not null unique, name text not null);
      create table auth.member_index (
        tenant_id uuid not null, member_id uuid not null, user_id uuid, role text not null, status text not null,
        primary key (tenant_id, member_id)
      );
      create index on auth.member_index (user_id);
      create table auth.session (
        id uuid primary key, token_hash bytea not null unique, user_id uuid not null references auth."user" on delete cascade,
        last_tenant_id uuid, created_at timestamptz(3) not null, last_seen_at timestamptz(3) not null,
        expires_at timestamptz(3) not null, proven_at timestamptz(3) not null, device text not null default ''
      );
      create index on auth.session (user_id);
      create table auth.mail_code (
        id uuid primary key, email text not null, code_hash bytea not null, browser_hash bytea not null, created_at timestamptz(3) not null,
        expires_at timestamptz(3) not null, tries int not null default 0, used_at timestamptz(3)
      );
      create index on auth.mail_code (email, created_at);
      create table auth.one_time_token (
        hash bytea primary key, kind text not null, email text not null, user_id uuid, payload jsonb not null default '{}',
        created_at timestamptz(3) not null, expires_at timestamptz(3) not null, used_at timestamptz(3)
      );
      create table auth.throttle (
        bucket text not null, key text not null, starts_at timestamptz(3) not null, taken int not null, primary key (bucket, key)
      );
      create table auth.secret (name text primary key, value bytea not null);
      grant select, insert, update, delete on all tables in schema auth to auth_rt;
      grant select on auth.member_index to app_gate;
    `);
    const personal: Record<string, Record<string, 'key' | 'text'>> = {
      user: { id: 'key', email: 'text', password_hash: 'text' },
      member_index: { member_id: 'key', user_id: 'key' },
      session: { user_id: 'key', device: 'text' },
      mail_code: { email: 'text' },
      one_time_token: { email: 'text', user_id: 'key', payload: 'text' },
      throttle: { key: 'text' },
    };
    const columns = (await q.query(
      `select table_name, column_name from information_schema.columns where table_schema = 'auth'`,
    )) as { table_name: string; column_name: string }[];
    for (const { table_name: table, column_name: column } of columns)
      await declarePersonal(q, `auth."${table}"`, column, personal[table]?.[column] ?? 'none');
  }

  private async people(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'tenant',
      columns: `
        slug text not null
        name text not null
        time_zone text not null
        locale text not null
        fiscal_year_start int not null default 4
        created_at timestamptz(3) not null
        version int not null default 1`,
      key: [],
      see: 'tenant',
      write: { sql: '(select app.is_admin())' },
    });
    await tenantTable(q, {
      name: 'member',
      columns: `
        id uuid not null
        user_id uuid
        display_name text not null
        kana text
        phone text
        business_name text
        industry text
        prefecture text
        strengths text
        role text not null check (role in ('MEMBER', 'ADMIN'))
        status text not null check (status in ('INVITED', 'ACTIVE', 'ON_LEAVE', 'ALUMNI', 'SUSPENDED', 'DECEASED'))
        created_at timestamptz(3) not null
        version int not null default 1`,
      key: ['id'],
      constraints: [
        'unique (tenant_id, user_id)',
        'foreign key (tenant_id) references public.tenant (tenant_id)',
      ],
      personal: {
        id: 'key',
        user_id: 'key',
        display_name: 'text',
        kana: 'text',
        phone: 'text',
        business_name: 'text',
        industry: 'text',
        prefecture: 'text',
        strengths: 'text',
      },
      see: 'tenant',
      write: { sql: '(id = (select app.me()) or (select app.is_admin()))' },
    });
    await tenantTable(q, {
      name: 'group',
      columns: `
        id uuid not null
        name text not null
        purpose text not null
        goals text[] not null default '{}'
        template text not null
        capacity int not null
        status text not null check (status in ('FORMING', 'ACTIVE', 'PAUSED', 'CLOSED'))
        programme_id uuid
        epoch int not null default 1
        first_content_at timestamptz(3)
        created_by uuid
        created_at timestamptz(3) not null
        version int not null default 1`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id) references public.tenant (tenant_id)',
        'foreign key (tenant_id, created_by) references public.member (tenant_id, id)',
      ],
      personal: { created_by: 'key' },
      see: { sql: `(id = any ((select app.my_groups())::uuid[]) or (select app.is_admin()))` },
      write: 'tenant',
    });
    await tenantTable(q, {
      name: 'group_membership',
      columns: `
        group_id uuid not null
        member_id uuid not null
        role text not null check (role in ('MEMBER', 'FACILITATOR'))
        deputy boolean not null default false
        takes_part boolean not null default true
        joined_at timestamptz(3) not null
        version int not null default 1`,
      key: ['group_id', 'member_id'],
      constraints: [
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key' },
      see: 'group',
      write: 'tenant',
      deletable: true,
    });
    await q.query(`
      create index on public.group_membership (tenant_id, member_id);
      grant select on public.group_membership to app_gate;
      create policy gate on public.group_membership for select to app_gate using (true);

      -- The index that sign-in reads is kept by the tables themselves, in the same transaction as the change.
      create function app.index_tenant() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        insert into auth.tenant (id, slug, name) values (new.tenant_id, new.slug, new.name)
        on conflict (id) do update set slug = excluded.slug, name = excluded.name;
        return new;
      end $$;
      create function app.index_member() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        insert into auth.member_index (tenant_id, member_id, user_id, role, status)
        values (new.tenant_id, new.id, new.user_id, new.role, new.status)
        on conflict (tenant_id, member_id) do update
          set user_id = excluded.user_id, role = excluded.role, status = excluded.status;
        return new;
      end $$;
      grant select, insert, update on auth.tenant, auth.member_index to app_gate;
      grant create on schema app to app_gate;
      alter function app.my_groups() owner to app_gate;
      alter function app.index_tenant() owner to app_gate;
      alter function app.index_member() owner to app_gate;
      create trigger index_tenant after insert or update of slug, name on public.tenant for each row execute function app.index_tenant();
      create trigger index_member after insert or update of user_id, role, status on public.member
        for each row execute function app.index_member();
    `);
  }

  private async audiences(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'audience',
      columns: `
        id uuid not null
        kind text not null check (kind in ('TENANT', 'GROUP_NOW', 'GROUP_EPOCH', 'FACILITATORS', 'CHOSEN', 'SELF'))
        key text not null
        group_id uuid
        created_at timestamptz(3) not null`,
      key: ['id'],
      constraints: [
        'unique (tenant_id, key)',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
      ],
      see: 'tenant',
    });
    await tenantTable(q, {
      name: 'audience_member',
      columns: `
        audience_id uuid not null
        member_id uuid not null`,
      key: ['audience_id', 'member_id'],
      constraints: [
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key' },
      see: 'tenant',
      deletable: true,
    });
    await q.query(`
      create index on public.audience_member (tenant_id, member_id, audience_id);
      grant select on public.audience_member to app_gate;
      create policy gate on public.audience_member for select to app_gate using (true);
      alter function app.my_audiences() owner to app_gate;
    `);
  }

  private async promises(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'domain_event',
      columns: `
        id uuid not null
        name text not null
        ids jsonb not null
        actor_id uuid
        at timestamptz(3) not null`,
      key: ['id'],
      personal: { actor_id: 'key', ids: 'key' },
      see: 'system',
    });
    await tenantTable(q, {
      name: 'delivery',
      columns: `
        id uuid not null
        event_id uuid not null
        reader text not null
        queue text not null
        state text not null default 'DUE' check (state in ('DUE', 'DONE', 'FAILED'))
        attempts int not null default 0
        due_at timestamptz(3) not null
        done_at timestamptz(3)
        last_error text`,
      key: ['id'],
      constraints: [
        'unique (tenant_id, event_id, reader)',
        'foreign key (tenant_id, event_id) references public.domain_event (tenant_id, id)',
      ],
      see: 'system',
      workerSeesAllTenants: true,
    });
    await tenantTable(q, {
      name: 'timer',
      columns: `
        id uuid not null
        name text not null
        key text not null
        ids jsonb not null
        queue text not null
        state text not null default 'DUE' check (state in ('DUE', 'DONE', 'CANCELLED', 'FAILED'))
        attempts int not null default 0
        due_at timestamptz(3) not null
        promised_for timestamptz(3) not null
        done_at timestamptz(3)
        last_error text`,
      key: ['id'],
      constraints: ['unique (tenant_id, name, key)'],
      personal: { ids: 'key' },
      see: { sql: 'true' },
      workerSeesAllTenants: true,
    });
    await q.query(`
      create index delivery_due on public.delivery (due_at) where state = 'DUE';
      create index timer_due on public.timer (due_at) where state = 'DUE';
    `);
    await tenantTable(q, {
      name: 'idempotent_answer',
      columns: `
        member_id uuid not null
        op text not null
        key text not null
        answer jsonb
        created_at timestamptz(3) not null`,
      key: ['member_id', 'op', 'key'],
      personal: { member_id: 'key', answer: 'key' },
      see: 'own',
      deletable: true,
    });
    await tenantTable(q, {
      name: 'audit_entry',
      columns: `
        seq bigint not null
        event_id uuid not null
        name text not null
        actor_id uuid
        ids jsonb not null
        at timestamptz(3) not null
        hash bytea not null`,
      key: ['seq'],
      constraints: ['unique (tenant_id, event_id)'],
      personal: { actor_id: 'key', ids: 'key' },
      see: { sql: '(select app.is_admin())' },
      write: 'none',
    });
  }

  private async search(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'search_document',
      columns: `
        kind text not null
        subject_id uuid not null
        audience_id uuid not null
        at timestamptz(3) not null
        folded text not null
        grams int4[] not null`,
      key: ['kind', 'subject_id'],
      constraints: ['foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)'],
      personal: { folded: 'text', grams: 'text' },
      see: 'content',
      write: 'tenant',
      deletable: true,
    });
    // Row-level security keeps an operator that is not leakproof (@>) from the index, so the look-up is one listed function
    // that names tenant and audiences itself.
    await q.query(`
      create index search_grams on public.search_document using gin (grams) with (fastupdate = off);
      grant select on public.search_document to app_gate;
      create policy gate on public.search_document for select to app_gate using (true);
      create function app.search(wanted_kind text, wanted int4[], pattern text, at_most int)
      returns table (subject_id uuid, at timestamptz) language sql stable security definer set search_path = '' as $$
        select d.subject_id, d.at from public.search_document d
        where d.grams operator(pg_catalog.@>) wanted and d.kind = wanted_kind
          and d.tenant_id = (select app.tenant_id()) and d.audience_id = any ((select app.my_audiences())::uuid[])
          and d.folded like pattern
        order by d.at desc, d.subject_id desc limit at_most $$;
      alter function app.search(text, int4[], text, int) owner to app_gate;
      revoke all on function app.search(text, int4[], text, int) from public;
      grant execute on function app.search(text, int4[], text, int) to app_rt;
      revoke create on schema app from app_gate;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
