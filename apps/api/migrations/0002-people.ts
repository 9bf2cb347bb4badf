import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal, tenantTable } from '../src/platform/database/tenant-table.js';

/** Invitations, the order of the directory, and its search. Members themselves are of the ground. */
export class People1763690000002 implements MigrationInterface {
  name = 'People1763690000002';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table public.member add column sort_key text collate "C" not null default '';
      create index on public.member (tenant_id, sort_key, id);
      create index member_admins on public.member (tenant_id, id) where role = 'ADMIN';
    `);
    await declarePersonal(q, 'public.member', 'sort_key', 'text');
    await tenantTable(q, {
      name: 'invitation',
      columns: `
        id uuid not null
        member_id uuid not null
        email text not null
        invited_by uuid
        created_at timestamptz(3) not null
        expires_at timestamptz(3) not null
        sent_at timestamptz(3)
        accepted_at timestamptz(3)
        revoked_at timestamptz(3)
        version int not null default 1`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, invited_by) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', invited_by: 'key', email: 'text' },
      see: { sql: '(select app.is_admin())' },
    });
    await q.query(`
      create unique index invitation_open_email on public.invitation (tenant_id, email) where accepted_at is null and revoked_at is null;
      create unique index invitation_open_member on public.invitation (tenant_id, member_id) where accepted_at is null and revoked_at is null;
      create index on auth.one_time_token ((payload ->> 'invitationId')) where kind = 'invitation';
    `);
    await this.directorySearch(q);
  }

  /** The directory of members is no disclosure: every member of the tenant can search it, whatever their audiences. */
  private async directorySearch(q: QueryRunner): Promise<void> {
    const visible = `(kind = 'member' or audience_id = any ((select app.my_audiences())::uuid[]))`;
    const using = `using (tenant_id = (select app.tenant_id()) and ${visible})`;
    await q.query(`
      alter policy member_sees on public.search_document ${using};
      alter policy member_changes on public.search_document ${using};
      alter policy member_deletes on public.search_document ${using};
      grant create on schema app to app_gate;
      create or replace function app.search(wanted_kind text, wanted int4[], pattern text, at_most int)
      returns table (subject_id uuid, at timestamptz) language sql stable security definer set search_path = '' as $$
        select d.subject_id, d.at from public.search_document d
        where d.grams operator(pg_catalog.@>) wanted and d.kind = wanted_kind
          and d.tenant_id = (select app.tenant_id())
          and (d.kind = 'member' or d.audience_id = any ((select app.my_audiences())::uuid[]))
          and d.folded like pattern
        order by d.at desc, d.subject_id desc limit at_most $$;

      -- Roster data: for admins and the member themselves. Addresses live in auth, where no member's role may look.
      grant select (id, email) on auth."user" to app_gate;
      create function app.addresses(wanted uuid[]) returns table (member_id uuid, email text)
      language sql stable security definer set search_path = '' as $$
        select i.member_id, u.email from auth.member_index i join auth."user" u on u.id = i.user_id
        where i.tenant_id = (select app.tenant_id()) and i.member_id = any (wanted)
          and ((select app.is_admin()) or i.member_id = (select app.me())) $$;
      alter function app.addresses(uuid[]) owner to app_gate;
      revoke all on function app.addresses(uuid[]) from public;
      grant execute on function app.addresses(uuid[]) to app_rt;
      revoke create on schema app from app_gate;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
