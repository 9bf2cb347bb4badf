import type { AudienceId, Instant } from '@yoriai/domain/kernel';
import type { TenantTx } from '../work/tenant-tx.js';
import { foldForSearch, gramsOfQuery, gramsOf, hashGrams, likePattern } from './fold.js';

export type SearchKind = 'member' | 'support-request' | 'case';

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
      `insert into search_document (tenant_id, kind, subject_id, audience_id, at, folded, grams) values ($1, $2, $3, $4, $5, $6, $7)
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
    const folded = foldForSearch(query);
    if (folded === '') return [];
    const rows = await tx.sql<{ subject_id: string }>(
      'search.find',
      `select subject_id from app.search($1, $2::int4[], $3, $4)`,
      [kind, hashGrams(tx.tenantId, gramsOfQuery(folded)), likePattern(folded), atMost],
    );
    return rows.map((row) => row.subject_id);
  },
};
