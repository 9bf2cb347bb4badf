import type { GroupId, MemberId, TenantId } from '@yoriai/domain/kernel';
import type { SupportRequestId } from '@yoriai/domain/support';
import pg from 'pg';
import type { Acting } from '../../platform/auth/viewer.js';
import { foldForSearch, gramsOf } from '../../platform/search/fold.js';

/** Requests of one group; the viewer's is the first, so theirs does not grow with the tenant. */
const perGroup = 100;
const people = 8;
/** Of fifty requests one goes to the whole tenant. */
const toTenant = `i % 50 = 7`;
const audienceOf = `case when ${toTenant} then uid('tenant') else uid('audience ' || i / ${perGroup} || ' ' || i % 5) end`;

/** What is rare elsewhere fills a page in the viewer's group, so that a page costs as many rows in a small tenant as in a large one. */
const textOf = `case when i < ${perGroup} and i % 4 in (1, 3) then (i % 4) / 2 else dice(i, 200) end`;
const statusOf = `case when i < ${perGroup} and i % 4 = 2 or dice(i, 200) = 1 then 'WITHDRAWN' when dice(i, 3) = 0 then 'OPEN' else 'RESOLVED' end`;

/** Stands in every fifth text, in every two-hundredth, in one. */
export const words = { common: '値上げ', seldom: '相続', once: '藍染め' } as const;

const subjects = [
  '仕入れ値',
  '家賃',
  '電気代',
  '人手',
  '常連さん',
  '新しい競合',
  '補助金',
  '後継ぎ',
  '在庫',
  '広告',
];
const matters = [
  'の話を聞かせてください',
  'をどう考えていますか',
  'で困っています',
  'について経験を知りたいです',
];
const texts = Array.from({ length: 200 }, (_, n) => {
  const word = n === 0 ? `${words.seldom}と` : n % 5 === 1 ? `${words.common}と` : '';
  const title = `${word}${subjects[n % 10]}${matters[n % 4]}`;
  return {
    title,
    body: `先月から${subjects[(n * 3) % 10]}が変わり、${title}。店を始めて${n + 1}年、こういうときどうされましたか。`,
  };
});

/** The tables it writes. */
const filled = [
  'support_request',
  'support_reply',
  'support_offer',
  'support_thanks',
  'anonymous_author',
  'search_document',
  'search_gram',
  'audience',
  'audience_member',
  '"group"',
  'group_membership',
  'member',
];

/** A tenant with as many requests as wanted, written by the owner in bulk: replies, offers, unnamed authors and what can be searched, too. */
export class Crowd {
  private size = 0;

  private constructor(
    private readonly client: pg.Client,
    readonly tenantId: TenantId,
    readonly viewer: Acting,
    readonly groupId: GroupId,
    /** In the viewer's group, with forty replies. */
    readonly thread: SupportRequestId,
  ) {}

  static async gather(ownerUrl: string): Promise<Crowd> {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    // Always the same, so that rows lie in the same order in every run.
    const tenantId = '019b7a2c-5c00-7000-8000-000000000001' as TenantId;
    await client.query(`
      set session_replication_role = replica;
      set maintenance_work_mem = '512MB';
      set row_security = off;
      create function pg_temp.uid(name text) returns uuid language sql immutable return md5('${tenantId}' || name)::uuid;
      create function pg_temp.at(i bigint) returns timestamptz language sql immutable
        return timestamptz '2026-01-01' - ((i * 7919) % 94608000) * interval '1 second';
      create function pg_temp.request(i bigint) returns uuid language sql immutable
        return (lpad(to_hex((extract(epoch from pg_temp.at(i)) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3)
                || '8' || substr(md5(i::text || '${tenantId}'), 1, 15))::uuid;
      -- The same throw for the same request, with nothing to do with its number.
      create function pg_temp.dice(i bigint, sides int) returns int language sql immutable
        return (('x' || left(md5(sides || ' ' || i), 6))::bit(24)::int % sides);
      create temp table words (n int primary key, title text, body text, folded text, grams text[])`);
    for (const [n, { title, body }] of texts.entries()) {
      const folded = foldForSearch(`${title}\n${body}`);
      await client.query(`insert into words values ($1, $2, $3, $4, $5)`, [
        n,
        title,
        body,
        folded,
        gramsOf(folded),
      ]);
    }
    const { rows } = await client.query<{ member: MemberId; group: GroupId; thread: SupportRequestId }>(
      `select pg_temp.uid('member 0 0') as member, pg_temp.uid('group 0') as group, pg_temp.request(0) as thread`,
    );
    const { member, group, thread } = rows[0]!;
    const crowd = new Crowd(client, tenantId, { tenantId, memberId: member, role: 'MEMBER' }, group, thread);
    await crowd.begin();
    return crowd;
  }

  async leave(): Promise<void> {
    await this.client.end();
  }

  /** Until the tenant has so many. */
  async grow(size: number): Promise<void> {
    const [from, to] = [this.size, size - 1];
    const groups = [Math.ceil(from / perGroup), Math.ceil(size / perGroup) - 1];
    const rebuild = size - from > 10_000;
    if (rebuild) await this.client.query(`alter table search_gram drop constraint search_gram_pkey`);
    await this.sql(
      `insert into "group" (tenant_id, id, name, purpose, template, capacity, status, created_by, created_at)
       select $1, uid('group ' || g), '水曜会', '毎月の振り返り', 'MIXED', 8, 'ACTIVE', uid('member ' || g || ' 0'), at(g) from generate_series($2::bigint, $3::bigint) g`,
      groups,
    );
    const each = `generate_series($2::bigint, $3::bigint) g, generate_series(0, ${people - 1}) m`;
    await this.sql(
      `insert into member (tenant_id, id, display_name, role, status, created_at)
       select $1, uid('member ' || g || ' ' || m), '会員', 'MEMBER', 'ACTIVE', at(g) from ${each}`,
      groups,
    );
    // Triggers are off: the spec fills the index itself.
    await this.sql(
      `insert into auth.member_index (tenant_id, member_id, role, status)
       select $1, uid('member ' || g || ' ' || m), 'MEMBER', 'ACTIVE' from ${each}`,
      groups,
    );
    await this.sql(
      `insert into group_membership (tenant_id, group_id, member_id, role, joined_at)
       select $1, uid('group ' || g), uid('member ' || g || ' ' || m), case when m = 0 then 'FACILITATOR' else 'MEMBER' end, at(g) from ${each}`,
      groups,
    );
    await this.sql(
      `insert into audience (tenant_id, id, kind, key, group_id, created_at)
       select $1, uid('audience ' || g || ' ' || e), 'GROUP_EPOCH', 'epoch:' || g || ':' || e, uid('group ' || g), at(g)
       from generate_series($2::bigint, $3::bigint) g, generate_series(0, 4) e`,
      groups,
    );
    await this.sql(
      `insert into audience_member (tenant_id, audience_id, member_id, group_id)
       select $1, a, uid('member ' || g || ' ' || m), case when a <> uid('tenant') then uid('group ' || g) end
       from ${each},
         lateral (select uid('tenant') union all select uid('audience ' || g || ' ' || e) from generate_series(0, 4) e) as x (a)`,
      groups,
    );
    await this.sql(
      `insert into support_request (tenant_id, id, group_id, audience, audience_id, author_id, type, wanted, urgency, title, body, accepts_paid,
         status, reply_count, created_at, updated_at, last_activity_at)
       select $1, request(i), uid('group ' || i / ${perGroup}), case when ${toTenant} then 'TENANT' else 'GROUP' end, ${audienceOf},
         case when i % 10 = 3 then null else uid('member ' || i / ${perGroup} || ' ' || i % ${people}) end,
         (array['INFORMATIONAL', 'INSTRUMENTAL', 'EMOTIONAL', 'APPRAISAL'])[dice(i, 4) + 1], 'EXPERIENCE', 'NORMAL', w.title, w.body, false,
         ${statusOf}, 1, at(i), at(i), at(i)
       from generate_series($2::bigint, $3::bigint) i join words w on w.n = ${textOf}`,
      [from, to],
    );
    await this.sql(
      `insert into anonymous_author (tenant_id, request_id, author_id)
       select $1, request(i), uid('member ' || i / ${perGroup} || ' ' || i % ${people}) from generate_series($2::bigint, $3::bigint) i where i % 10 = 3`,
      [from, to],
    );
    await this.sql(
      `insert into search_document (tenant_id, kind, subject_id, audience_id, at, folded)
       select $1, 'support-request', request(i), ${audienceOf}, at(i), w.folded
       from generate_series($2::bigint, $3::bigint) i join words w on w.n = ${textOf}`,
      [from, to],
    );
    // Each request is worked out once, not once for each of its grams.
    await this.sql(
      `with each as materialized (
         select at(i) as at, request(i) as id, ${audienceOf} as audience, ${textOf} as n from generate_series($2::bigint, $3::bigint) i)
       insert into search_gram (tenant_id, audience_id, kind, gram, at, subject_id)
       select $1, each.audience, 's', unnest(w.grams), each.at, each.id from each join words w using (n)`,
      [from, to],
    );
    await this.sql(
      `insert into support_reply (tenant_id, id, request_id, audience_id, author_id, by_asker, gives, body, created_at)
       select $1, uid('reply ' || i), request(i), ${audienceOf}, uid('member ' || i / ${perGroup} || ' ' || (i + 1) % ${people}), false, null, 'うちの場合は、', at(i)
       from generate_series($2::bigint, $3::bigint) i`,
      [from, to],
    );
    await this.sql(
      `insert into support_offer (tenant_id, id, request_id, audience_id, helper_id, message, terms, status, created_at, updated_at)
       select $1, uid('offer ' || i), request(i), ${audienceOf}, uid('member ' || i / ${perGroup} || ' ' || (i + 2) % ${people}), '手伝えます', 'FREE', 'OFFERED', at(i), at(i)
       from generate_series($2::bigint, $3::bigint) i where i % 5 = 0`,
      [from, to],
    );
    if (rebuild)
      await this.client.query(
        `alter table search_gram add primary key (tenant_id, audience_id, kind, gram, at, subject_id)`,
      );
    await this.settle();
    this.size = size;
  }

  /**
   * Statistics are taken and pages are marked as visible to all. A transaction that is open elsewhere keeps vacuum from marking, and a read of
   * an index then looks at the table too: the same statement would look at more pages in one run than in another. So do a few dead rows that
   * vacuum leaves to its next time, unless it is told to clean indexes.
   */
  private async settle(): Promise<void> {
    let hidden: number | null;
    do {
      await this.client.query(`vacuum (analyze, index_cleanup on) ${filled.join(', ')}`);
      ({ rowCount: hidden } = await this.client.query(
        `select from pg_class where oid = any ($1::regclass[]) and relallvisible < relpages`,
        [filled],
      ));
    } while (hidden);
  }

  /** What all share, and the viewer's own corner: one long thread, one word that no one else wrote. */
  private async begin(): Promise<void> {
    await this.client.query(
      `insert into tenant (tenant_id, slug, name, time_zone, locale, created_at) values ($1, $2, '商工会', 'Asia/Tokyo', 'ja', app.now())`,
      [this.tenantId, `crowd-${this.tenantId.slice(-12)}`],
    );
    await this.client.query(
      `insert into audience (tenant_id, id, kind, key, created_at) values ($1, pg_temp.uid('tenant'), 'TENANT', 'tenant', app.now())`,
      [this.tenantId],
    );
    await this.grow(perGroup);
    await this.client.query(
      `insert into support_reply (tenant_id, id, request_id, audience_id, author_id, by_asker, body, created_at)
       select $1, pg_temp.uid('more ' || n), $2, r.audience_id, pg_temp.uid('member 0 ' || n % ${people}), false, 'そうですね。', pg_temp.at(n)
       from generate_series(1, 39) n join support_request r on r.tenant_id = $1 and r.id = $2`,
      [this.tenantId, this.thread],
    );
    const folded = foldForSearch(`${words.once}の体験会`);
    await this.client.query(
      `with old as (delete from search_gram where tenant_id = $1 and subject_id = $2 returning audience_id, at),
         document as (update search_document set folded = $3 where tenant_id = $1 and subject_id = $2)
       insert into search_gram (tenant_id, audience_id, kind, gram, at, subject_id)
       select $1, o.audience_id, 's', unnest($4::text[]), o.at, $2 from (select distinct * from old) o on conflict do nothing`,
      [this.tenantId, this.thread, folded, gramsOf(folded)],
    );
  }

  private async sql(text: string, range: readonly number[]): Promise<void> {
    await this.client.query(text.replace(/\b(uid|at|request|dice)\(/g, 'pg_temp.$1('), [
      this.tenantId,
      ...range,
    ]);
  }
}
