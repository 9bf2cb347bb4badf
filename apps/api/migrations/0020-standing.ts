import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal } from '../src/platform/database/tenant-table.js';

/**
 * A row of audience_member says that a member was in the audience at the time. Whether they read it now is looked up beside it: what is of a
 * group is for who is in it, what went to its facilitators is for who still is one, and nothing is for who is not here.
 */
export class Standing1763690000020 implements MigrationInterface {
  name = 'Standing1763690000020';

  async up(q: QueryRunner): Promise<void> {
    const owned = ['audience', 'audience_member', 'member', 'group', 'group_membership', 'support_worry'];
    const force = (on: boolean) =>
      owned
        .map((table) => `alter table public."${table}" ${on ? '' : 'no '}force row level security;`)
        .join('\n');
    await q.query(`
      alter table public.audience_member add column group_id uuid, add column leads boolean not null default false;
      alter table public.audience_member add foreign key (tenant_id, group_id) references public."group" (tenant_id, id);
      ${force(false)}`);
    await declarePersonal(q, 'public.audience_member', 'group_id', 'none');
    await declarePersonal(q, 'public.audience_member', 'leads', 'none');
    await this.repair(q);
    await q.query(`
      ${force(true)}

      -- Who reads an audience at this moment.
      create view public.audience_reader with (security_invoker = true) as
        select x.tenant_id, x.audience_id, x.member_id from public.audience_member x
        join public.member m on m.tenant_id = x.tenant_id and m.id = x.member_id and m.status in ('ACTIVE', 'ON_LEAVE')
        where x.group_id is null or exists (
          select from public.group_membership g
          where g.tenant_id = x.tenant_id and g.group_id = x.group_id and g.member_id = x.member_id
            and (not x.leads or g.role = 'FACILITATOR'));
      grant select on public.audience_reader to app_rt, worker_rt;

      grant create on schema app to app_gate;
      create or replace function app.my_audiences() returns uuid[] language sql stable security definer set search_path = '' as $$
        select coalesce(array_agg(x.audience_id), '{}') from public.audience_member x
        where x.tenant_id = (select app.tenant_id()) and x.member_id = (select app.me())
          and (x.group_id is null or x.group_id in (
            select g.group_id from public.group_membership g
            where g.tenant_id = (select app.tenant_id()) and g.member_id = (select app.me())))
          and (not x.leads or x.group_id in (
            select g.group_id from public.group_membership g
            where g.tenant_id = (select app.tenant_id()) and g.member_id = (select app.me()) and g.role = 'FACILITATOR'))
          and exists (
            select from auth.member_index i
            where i.tenant_id = (select app.tenant_id()) and i.member_id = (select app.me()) and i.status in ('ACTIVE', 'ON_LEAVE'))
          -- A viewer with an unproven address reads no content.
          and coalesce(current_setting('app.unproven', true), '') = '' $$;
      alter function app.my_audiences() owner to app_gate;
      revoke create on schema app from app_gate;
    `);
    for (const column of ['tenant_id', 'audience_id', 'member_id'])
      await declarePersonal(q, 'public.audience_reader', column, column === 'member_id' ? 'key' : 'none');
  }

  /** Older rows: places kept for invitees, worries told to facilitators by name, and members who came back. */
  private async repair(q: QueryRunner): Promise<void> {
    await q.query(`
      update public.audience_member x set group_id = a.group_id, leads = a.kind = 'FACILITATORS'
        from public.audience a where a.tenant_id = x.tenant_id and a.id = x.audience_id and a.group_id is not null;
      delete from public.audience_member x using public.member m
        where m.tenant_id = x.tenant_id and m.id = x.member_id and m.status = 'INVITED';
      insert into public.audience_member (tenant_id, audience_id, member_id, group_id)
        select a.tenant_id, a.id, g.member_id, a.group_id from public.audience a
        join public.group_membership g on g.tenant_id = a.tenant_id and g.group_id = a.group_id
        join public.member m on m.tenant_id = g.tenant_id and m.id = g.member_id and m.status in ('ACTIVE', 'ON_LEAVE')
        where a.kind = 'GROUP_NOW' on conflict do nothing;
      update public."group" set epoch = epoch + 1;

    `);
    // Chosen by name, though their right came from leading the group.
    await this.toFacilitators(
      q,
      'support_worry',
      `(select r.group_id from public.support_request r where r.tenant_id = t.tenant_id and r.id = t.request_id)`,
    );
    await this.toFacilitators(q, 'give_and_take_flag', 't.group_id');
  }

  private async toFacilitators(q: QueryRunner, table: string, groupOf: string): Promise<void> {
    const key = `'facilitators:' || o.group_id || ':of:' || o.audience_id`;
    await q.query(`
      with o as (
        select distinct t.tenant_id, t.audience_id, ${groupOf} as group_id from public.${table} t
        join public.audience a on a.tenant_id = t.tenant_id and a.id = t.audience_id where a.kind = 'CHOSEN')
      insert into public.audience (tenant_id, id, kind, key, group_id, created_at)
        select o.tenant_id, gen_random_uuid(), 'FACILITATORS', ${key}, o.group_id, app.now() from o where o.group_id is not null
        on conflict do nothing;
      insert into public.audience_member (tenant_id, audience_id, member_id, group_id, leads)
        select x.tenant_id, a.id, x.member_id, a.group_id, true from public.audience a
        join public.audience_member x on x.tenant_id = a.tenant_id and a.key = 'facilitators:' || a.group_id || ':of:' || x.audience_id
        on conflict do nothing;
      update public.${table} t set audience_id = a.id from public.audience a
        where a.tenant_id = t.tenant_id and a.key = 'facilitators:' || ${groupOf} || ':of:' || t.audience_id`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
