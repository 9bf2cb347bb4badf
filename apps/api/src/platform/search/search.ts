import type { AudienceId, Instant } from '@yoriai/domain/kernel';
import type { TenantTx } from '../work/tenant-tx.js';
import { foldForSearch, gramsOfQuery, gramsOf, hashGrams, likePattern } from './fold.js';

export type SearchKind = 'member' | 'support-request' | 'case';

export interface Hit {
  readonly id: string;
  readonly at: Instant;
}

/** Japanese and English search over hashed 1- and 2-grams, inside the viewer's audiences only. */
export const search = {
  /** Writes or replaces what can be found of one thing. `at` orders the results, newest first. */
  async index(
    tx: TenantTx,
    document: { kind: SearchKind; id: string; audienceId: AudienceId; text: string; at: Instant },
  ): Promise<void> {
    const folded = foldForSearch(document.text);
    await tx.sql(
      'search.index',
      `insert into search_document (tenant_id, kind, subject_id, audience_id, at, folded, grams) values ($1, $2, $3, $4, $5, $6, $7::int4[] || app.audience_gram($4))
       on conflict (tenant_id, kind, subject_id) do update
         set audience_id = excluded.audience_id, at = excluded.at, folded = excluded.folded, grams = excluded.grams`,
      [
        tx.tenantId,
        document.kind,
        document.id,
        document.audienceId,
        document.at,
        folded,
        hashGrams(tx.tenantId, gramsOf(folded)),
      ],
    );
  },

  async remove(tx: TenantTx, kind: SearchKind, id: string): Promise<void> {
    await tx.sql(
      'search.remove',
      `delete from search_document where tenant_id = $1 and kind = $2 and subject_id = $3`,
      [tx.tenantId, kind, id],
    );
  },

  /** Ids of what the viewer may see that contains the query, newest first; an empty query finds nothing. */
  async find(tx: TenantTx, kind: SearchKind, query: string, atMost = 500): Promise<string[]> {
    return (await search.page(tx, kind, query, atMost, null)).map(({ id }) => id);
  },

  /** The same from some place on: `before` is the last one seen. A few at a time cost little, however many there are. */
  async page(
    tx: TenantTx,
    kind: SearchKind,
    query: string,
    atMost: number,
    before: readonly string[] | null,
  ): Promise<readonly Hit[]> {
    const folded = foldForSearch(query);
    if (folded === '') return [];
    return tx.sql<Hit>(
      'search.page',
      `select subject_id as id, at from app.search($1, $2::int4[], $3, $4, $5, $6)`,
      [
        ...[kind, hashGrams(tx.tenantId, gramsOfQuery(folded)), likePattern(folded), atMost],
        ...(before ?? [null, null]),
      ],
    );
  },
};
