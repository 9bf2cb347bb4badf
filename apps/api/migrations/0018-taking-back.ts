import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal } from '../src/platform/database/tenant-table.js';

const me = `(select app.me())`;
const ofTenant = `tenant_id = (select app.tenant_id())`;
const asked = `(request_id = any (array(select a.request_id from public.anonymous_author a)) or exists (select from public.support_request r
  where r.tenant_id = private_note.tenant_id and r.id = private_note.request_id and r.author_id = ${me}))`;

/** Authors take back or edit what they wrote; worries are read by those they were told to; rounds of あなたの強み. */
export class TakingBack1763690000018 implements MigrationInterface {
  name = 'TakingBack1763690000018';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create policy member_deletes on public.private_note for delete to app_rt
        using (${ofTenant} and (case when by_asker then ${asked} else reader_id = ${me} end));
      create policy member_deletes on public.good_news_comment for delete to app_rt using (${ofTenant} and author_id = ${me});
      grant delete on public.private_note, public.good_news_comment to app_rt, worker_rt;
      create index on public.support_worry (tenant_id, audience_id, created_at desc, id desc);
      alter table public.good_news add version int not null default 1`);
    await declarePersonal(q, 'public.good_news', 'version', 'none');
    await this.strengths(q);
  }

  /** When rounds begin and end is schedule. Groups that stand wait for the next first of April or October, as new ones do. */
  private async strengths(q: QueryRunner): Promise<void> {
    const schedule = `${ofTenant} and (group_id = any ((select app.my_groups())::uuid[]) or (select app.is_admin()))`;
    const open = ['timer', '"group"', 'tenant'];
    await q.query(`
      alter policy member_sees on public.strengths_round using (${schedule});
      alter policy member_adds on public.strengths_round with check (${schedule});
      alter policy member_changes on public.strengths_round using (${schedule}) with check (${schedule});
      ${open.map((table) => `alter table public.${table} no force row level security;`).join('\n')}
      insert into public.timer (tenant_id, id, name, key, ids, queue, due_at, promised_for)
        select g.tenant_id, gen_random_uuid(), 'strengths.season', g.id, jsonb_build_object('groupId', g.id), 'bulk', s.at, s.at
        from public."group" g join public.tenant t on t.tenant_id = g.tenant_id
        cross join lateral (
          select min(m.at) as at from generate_series(0, 1) y, unnest(array[4, 10]) month,
            lateral (select make_timestamptz(extract(year from now())::int + y, month, 1, 9, 0, 0, t.time_zone) as at) m
          where m.at > now()) s
        where g.status <> 'CLOSED'
        on conflict do nothing;
      ${open.map((table) => `alter table public.${table} force row level security;`).join('\n')}`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
