import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal, tenantTable } from '../src/platform/database/tenant-table.js';

/** あなたの強み; thanks that keep their sender when the request is out of sight; lists and search that stay fast as rows grow. */
export class Strengths1763690000014 implements MigrationInterface {
  name = 'Strengths1763690000014';

  async up(q: QueryRunner): Promise<void> {
    await this.strengths(q);
    await this.thanks(q);
    await this.lists(q);
    await this.search(q);
  }

  /** Lines are their writer's own until the round ends; what is given carries no trace of who wrote it unsigned. */
  private async strengths(q: QueryRunner): Promise<void> {
    const inMyGroup = { sql: `group_id = any ((select app.my_groups())::uuid[])` };
    await tenantTable(q, {
      name: 'strengths_round',
      columns: `
        id uuid not null
        group_id uuid not null
        status text not null check (status in ('OPEN', 'CLOSED'))
        opened_at timestamptz(3) not null
        closes_at timestamptz(3) not null`,
      key: ['id'],
      constraints: ['foreign key (tenant_id, group_id) references public."group" (tenant_id, id)'],
      see: inMyGroup,
    });
    await tenantTable(q, {
      name: 'strength_line',
      columns: `
        round_id uuid not null
        writer_id uuid not null
        about_id uuid not null
        text text not null
        signed boolean not null
        version int not null`,
      key: ['round_id', 'writer_id', 'about_id'],
      constraints: [
        'foreign key (tenant_id, round_id) references public.strengths_round (tenant_id, id)',
        'foreign key (tenant_id, writer_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, about_id) references public.member (tenant_id, id)',
      ],
      personal: { writer_id: 'key', about_id: 'key', text: 'text' },
      see: { sql: `writer_id = (select app.me())` },
      deletable: true,
    });
    await tenantTable(q, {
      name: 'strength',
      columns: `
        id uuid not null
        member_id uuid not null
        round_id uuid not null
        from_id uuid
        text text not null
        created_at timestamptz(3) not null`,
      key: ['id'],
      constraints: [
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, round_id) references public.strengths_round (tenant_id, id)',
        'foreign key (tenant_id, from_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', from_id: 'key', text: 'text' },
      see: 'own',
      write: 'none',
      deletable: true,
    });
    await q.query(`
      create unique index strengths_round_open on public.strengths_round (tenant_id, group_id) where status = 'OPEN';
      create index on public.strengths_round (tenant_id, group_id, opened_at desc);
      create index on public.strength (tenant_id, member_id, created_at desc, id desc);
      create index on public.strength (tenant_id, round_id)`);
  }

  private async thanks(q: QueryRunner): Promise<void> {
    // Null while the asker is anonymous. The owner, too, is held by the policies, and fills in what is there.
    await q.query(`
      alter table public.support_thanks add column asker_id uuid;
      alter table public.support_thanks add foreign key (tenant_id, asker_id) references public.member (tenant_id, id);
      alter table public.support_thanks no force row level security;
      alter table public.support_request no force row level security;
      update public.support_thanks t set asker_id = r.author_id
        from public.support_request r where r.tenant_id = t.tenant_id and r.id = t.request_id;
      alter table public.support_request force row level security;
      alter table public.support_thanks force row level security;
      create index on public.support_thanks (tenant_id, helper_id, created_at desc, request_id desc)`);
    await declarePersonal(q, 'public.support_thanks', 'asker_id', 'key');
  }

  /** A list of one group or one type leaves out nearly all that goes to a whole organisation: each begins where its own begin. */
  private async lists(q: QueryRunner): Promise<void> {
    await q.query(`
      create index on public.support_request (tenant_id, audience_id, group_id, created_at desc, id desc);
      create index on public.support_request (tenant_id, audience_id, type, created_at desc, id desc)`);
  }

  /**
   * The audience is one more gram of each text, so that a posting list is never read further than one audience goes. A word that many
   * use would still be found too often: before the index is asked, the newest of each audience are looked through, and where these hold
   * enough, that was all.
   */
  private async search(q: QueryRunner): Promise<void> {
    await q.query(`
      create function app.audience_gram(audience_id uuid) returns int4 language sql immutable parallel safe
        return ('x' || left(md5(audience_id::text), 8))::bit(32)::int4;
      alter table public.search_document no force row level security;
      update public.search_document set grams = grams || app.audience_gram(audience_id);
      alter table public.search_document force row level security;
      create index on public.search_document (tenant_id, kind, audience_id, at desc, subject_id desc);

      drop function app.search(text, int4[], text, int);
      grant create on schema app to app_gate;
      create function app.search(wanted_kind text, wanted int4[], pattern text, at_most int, before_at timestamptz, before_id uuid)
      returns table (subject_id uuid, at timestamptz) language plpgsql stable security definer set search_path = '' as $$
      #variable_conflict use_column
      declare
        here constant uuid := app.tenant_id();
        mine constant uuid[] := app.my_audiences();
        depth constant int := least(20 * at_most, 1000);
        end_at constant timestamptz := coalesce(before_at, 'infinity');
        end_id constant uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
      begin
        if wanted_kind = 'member' then
          return query select d.subject_id, d.at from public.search_document d
            where d.grams operator(pg_catalog.@>) wanted and d.kind = 'member' and d.tenant_id = here
              and d.folded like pattern and (d.at, d.subject_id) < (end_at, end_id)
            order by d.at desc, d.subject_id desc limit at_most;
          return;
        end if;
        return query
          with newest as materialized (
            select n.* from unnest(mine) as a (id) cross join lateral (
              select d.subject_id, d.at, d.folded like pattern as fits, row_number() over (order by d.at desc, d.subject_id desc) as place
              from public.search_document d
              where d.tenant_id = here and d.kind = wanted_kind and d.audience_id = a.id and (d.at, d.subject_id) < (end_at, end_id)
              order by d.at desc, d.subject_id desc limit depth) n),
          -- Older than this there may be some that were not looked at.
          hits as (
            select n.subject_id, n.at from newest n where n.fits
              and n.at > (select coalesce(max(l.at), '-infinity') from newest l where l.place = depth))
          select h.subject_id, h.at from hits h where (select count(*) from hits) >= at_most
          order by h.at desc, h.subject_id desc limit at_most;
        if found then
          return;
        end if;
        return query
          with candidates as materialized (
            select d.tenant_id, d.kind, d.audience_id, d.subject_id, d.at, d.folded from unnest(mine) as a (id)
            join public.search_document d on d.grams operator(pg_catalog.@>) (wanted || app.audience_gram(a.id)))
          select distinct c.subject_id, c.at from candidates c
          where c.tenant_id = here and c.kind = wanted_kind and c.audience_id = any (mine) and c.folded like pattern
            and (c.at, c.subject_id) < (end_at, end_id)
          order by c.at desc, c.subject_id desc limit at_most;
      end $$;
      alter function app.search(text, int4[], text, int, timestamptz, uuid) owner to app_gate;
      revoke all on function app.search(text, int4[], text, int, timestamptz, uuid) from public;
      grant execute on function app.search(text, int4[], text, int, timestamptz, uuid) to app_rt;
      revoke create on schema app from app_gate;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
