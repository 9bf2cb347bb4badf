import type { AudienceId, Instant } from '@yoriai/domain/kernel';
import { audiences } from '../audiences/audiences.js';
import type { TenantTx } from '../work/tenant-tx.js';
import { foldForSearch, gramsOf, gramsOfQuery, likePattern, wordsOfQuery } from './fold.js';

export type SearchKind = 'member' | 'support-request' | 'case';

interface Document {
  readonly kind: SearchKind;
  readonly id: string;
  readonly audienceId: AudienceId;
  readonly text: string;
  /** Orders the results, newest first. */
  readonly at: Instant;
}
interface Hit {
  readonly id: string;
  readonly at: Date;
}
type Written = Pick<Document, 'audienceId' | 'at'> & { readonly folded: string };

/** As `search_gram` has it: a letter for each of a hundred rows. */
const kindCodes: Readonly<Record<SearchKind, string>> = { member: 'm', 'support-request': 's', case: 'c' };
/** So many texts that hold the rarest gram of a question are looked through for one answer. */
const mostLookedThrough = 2_000;
/** From so many holders on it does not matter which gram is the rarer. */
const many = 64;

/**
 * Japanese and English search inside the viewer's audiences only. Each gram of a text is a row of `search_gram`, which lies in the order
 * in which it is read: by audience, gram and time.
 */
export const search = {
  /** Writes or replaces the search document of one subject. */
  async index(tx: TenantTx, { kind, id, audienceId, text, at }: Document): Promise<void> {
    const now: Written = { audienceId, at, folded: foldForSearch(text) };
    const [was] = await tx.sql(
      'search.was',
      `select audience_id as "audienceId", at, folded from search_document where tenant_id = $1 and kind = $2 and subject_id = $3`,
      [tx.tenantId, kind, id],
    );
    await tx.sql(
      'search.index',
      `insert into search_document (tenant_id, kind, subject_id, audience_id, at, folded) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant_id, kind, subject_id) do update set audience_id = excluded.audience_id, at = excluded.at, folded = excluded.folded`,
      [tx.tenantId, kind, id, audienceId, at, now.folded],
    );
    const inPlace = was?.audienceId === audienceId && was.at.getTime() === at.getTime();
    const [before, after] = [was ? gramsOf(was.folded) : [], gramsOf(now.folded)];
    const [known, wanted] = [new Set(inPlace ? before : []), new Set(inPlace ? after : [])];
    if (was)
      await forget(
        tx,
        kind,
        id,
        was,
        before.filter((gram) => !wanted.has(gram)),
      );
    await tx.sql(
      'search.remember',
      `insert into search_gram (tenant_id, audience_id, kind, gram, at, subject_id) select $1, $2, $3, g, $4, $5 from unnest($6::text[]) g
       on conflict do nothing`,
      [tx.tenantId, audienceId, kindCodes[kind], at, id, after.filter((gram) => !known.has(gram))],
    );
  },

  /** For a list that is short for another reason: whether the text of `id` holds all of `param`, the `patterns` of a question. */
  contains: (kind: SearchKind, id: string, param: string): string =>
    `exists (select from search_document d where d.tenant_id = $1 and d.kind = '${kind}' and d.subject_id = ${id} and d.folded like all (${param}::text[]))`,
  patterns: (query: string): readonly string[] => wordsOfQuery(query).map(likePattern),

  /** Ids of what the viewer may see that contains all words of the query, newest first; an empty query finds nothing. */
  async find(tx: TenantTx, kind: SearchKind, query: string, atMost: number): Promise<string[]> {
    return (await search.page(tx, kind, query, atMost, null)).map(({ id }) => id);
  },

  /**
   * The same from some place on: `before` is the last one seen. Reads the holders of the rarest gram, newest first and a few at a time,
   * until enough of them contain the whole: work as large as the answer, however many texts there are.
   */
  async page(
    tx: TenantTx,
    kind: SearchKind,
    query: string,
    atMost: number,
    before: readonly string[] | null,
  ): Promise<readonly Hit[]> {
    const words = wordsOfQuery(query);
    if (words.length === 0) return [];
    // Who is a member is a directory and not for some audiences only.
    const among = kind === 'member' ? [await audiences.tenant(tx)] : null;
    const gram = await rarest(tx, kind, gramsOfQuery(words), among);
    // A word of two characters is its gram.
    const patterns = words.length === 1 && words[0] === gram ? null : words.map(likePattern);
    const hits: Hit[] = [];
    let [at = 'infinity', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = before ?? [];
    for (let seen = 0, next = atMost; hits.length < atMost && seen < mostLookedThrough;) {
      const rows = await tx.sql(
        'search.look-through',
        `select n.subject_id as id, n.at, $6::text[] is null or coalesce((select d.folded like all ($6) from search_document d
           where d.tenant_id = $1 and d.kind = $2 and d.subject_id = n.subject_id), false) as fits
         from (select h.subject_id, h.at from ${eachAudience} cross join lateral (
                 select g.subject_id, g.at from search_gram g
                 where g.tenant_id = $1 and g.audience_id = a.id and g.kind = $9 and g.gram = $4 and (g.at, g.subject_id) < ($5::timestamptz, $7::uuid)
                 order by g.at desc, g.subject_id desc limit $8) h
               order by h.at desc, h.subject_id desc limit $8) n
         order by n.at desc, n.subject_id desc`,
        [tx.tenantId, kind, among, gram, at, patterns, id, next, kindCodes[kind]],
      );
      hits.push(...rows.filter(({ fits }) => fits));
      const last = rows[next - 1];
      if (!last) break;
      [at, id] = [last.at.toISOString(), last.id];
      seen += next;
      next = Math.min(4 * next, 500);
    }
    return hits.slice(0, atMost);
  },
};

const eachAudience = `unnest(coalesce($3::uuid[], (select app.my_audiences()))) as a (id)`;

/** Of the grams of a question the one with the fewest holders; beyond a few dozen they count alike. */
async function rarest(
  tx: TenantTx,
  kind: SearchKind,
  grams: readonly string[],
  among: readonly AudienceId[] | null,
): Promise<string> {
  if (grams.length === 1) return grams[0]!;
  const [row] = await tx.sql(
    'search.rarest',
    `select w.gram from unnest($4::text[]) with ordinality as w (gram, place) cross join lateral (
       select count(*) as holders from (
         select from ${eachAudience} cross join lateral (
           select from search_gram g where g.tenant_id = $1 and g.audience_id = a.id and g.kind = $2 and g.gram = w.gram limit ${many}) h
         limit ${many}) few) counted
     order by counted.holders, w.place limit 1`,
    [tx.tenantId, kindCodes[kind], among, grams],
  );
  return row!.gram;
}

async function forget(
  tx: TenantTx,
  kind: SearchKind,
  id: string,
  { audienceId, at }: Written,
  grams: readonly string[],
): Promise<void> {
  await tx.sql(
    'search.forget',
    `delete from search_gram where tenant_id = $1 and audience_id = $2 and kind = $3 and gram = any ($4) and at = $5 and subject_id = $6`,
    [tx.tenantId, audienceId, kindCodes[kind], grams, at, id],
  );
}
