import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** Programmes, promises and signatures, proposals and concerns, join links. Groups and memberships are of the ground. */
export class Groups1763690000003 implements MigrationInterface {
  name = 'Groups1763690000003';

  async up(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'programme',
      columns: `
        id uuid not null
        name text not null
        starts_on date not null
        ends_on date not null check (ends_on > starts_on)
        created_at timestamptz(3) not null
        version int not null default 1`,
      key: ['id'],
      constraints: ['foreign key (tenant_id) references public.tenant (tenant_id)'],
      see: 'tenant',
      write: { sql: '(select app.is_admin())' },
    });
    await q.query(`
      alter table public."group" add foreign key (tenant_id, programme_id) references public.programme (tenant_id, id);
      alter table public."group" add check (capacity between 2 and 20);
      create index on public."group" (tenant_id, created_at desc, id);
    `);
    await tenantTable(q, {
      name: 'group_charter',
      columns: `
        group_id uuid not null
        version int not null
        clauses text[] not null
        amended_by uuid
        amended_at timestamptz(3) not null`,
      key: ['group_id', 'version'],
      constraints: [
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, amended_by) references public.member (tenant_id, id)',
      ],
      personal: { amended_by: 'key' },
      see: 'group',
    });
    await tenantTable(q, {
      name: 'charter_signature',
      columns: `
        group_id uuid not null
        version int not null
        member_id uuid not null
        signed_at timestamptz(3) not null`,
      key: ['group_id', 'version', 'member_id'],
      constraints: [
        'foreign key (tenant_id, group_id, version) references public.group_charter (tenant_id, group_id, version)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key' },
      // One's own stay valid, and to be seen, after leaving.
      see: {
        sql: `(group_id = any ((select app.my_groups())::uuid[]) or member_id = (select app.me()) or (select app.is_admin()))`,
      },
      write: { sql: `member_id = (select app.me())` },
    });
    await tenantTable(q, {
      name: 'member_proposal',
      columns: `
        id uuid not null
        group_id uuid not null
        member_id uuid not null
        role text not null check (role in ('MEMBER', 'FACILITATOR'))
        deputy boolean not null
        takes_part boolean not null
        proposed_by uuid not null
        proposed_at timestamptz(3) not null
        decides_at timestamptz(3) not null
        status text not null check (status in ('OPEN', 'ACCEPTED', 'WITHDRAWN'))
        concerns int not null default 0
        version int not null default 1`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, proposed_by) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', proposed_by: 'key' },
      see: 'group',
    });
    await tenantTable(q, {
      name: 'proposal_concern',
      columns: `
        proposal_id uuid not null
        member_id uuid not null
        audience_id uuid not null
        note text not null
        raised_at timestamptz(3) not null
        version int not null default 1`,
      key: ['proposal_id', 'member_id'],
      constraints: [
        'foreign key (tenant_id, proposal_id) references public.member_proposal (tenant_id, id)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, audience_id) references public.audience (tenant_id, id)',
      ],
      personal: { member_id: 'key', note: 'text' },
      see: {
        sql: `(audience_id = any ((select app.my_audiences())::uuid[]) or member_id = (select app.me()))`,
      },
      write: { sql: `member_id = (select app.me())` },
    });
    await tenantTable(q, {
      name: 'join_link',
      columns: `
        id uuid not null
        group_id uuid not null
        code text not null
        created_by uuid not null
        created_at timestamptz(3) not null
        expires_at timestamptz(3) not null
        uses int not null default 0
        revoked_at timestamptz(3)`,
      key: ['id'],
      constraints: [
        'unique (tenant_id, code)',
        'foreign key (tenant_id, group_id) references public."group" (tenant_id, id)',
        'foreign key (tenant_id, created_by) references public.member (tenant_id, id)',
      ],
      personal: { created_by: 'key' },
      see: 'group',
    });
    await q.query(`
      create unique index member_proposal_open on public.member_proposal (tenant_id, group_id, member_id) where status = 'OPEN';
      create index on public.join_link (tenant_id, group_id);

      -- A typed code does not say which organisation it belongs to. This index does; a trigger on join_link keeps it.
      create table auth.join_code (code text primary key, tenant_id uuid not null, join_link_id uuid not null);
      comment on column auth.join_code.code is 'personal: none';
      comment on column auth.join_code.tenant_id is 'personal: none';
      comment on column auth.join_code.join_link_id is 'personal: none';
      grant select on auth.join_code to auth_rt;
      grant insert on auth.join_code to app_gate;
      create function app.index_join_link() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        insert into auth.join_code (code, tenant_id, join_link_id) values (new.code, new.tenant_id, new.id);
        return new;
      end $$;
      grant create on schema app to app_gate;
      alter function app.index_join_link() owner to app_gate;
      revoke create on schema app from app_gate;
      create trigger index_join_link after insert on public.join_link for each row execute function app.index_join_link();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
