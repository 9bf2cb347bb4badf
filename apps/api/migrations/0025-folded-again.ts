import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldForSearch, gramsOf } from '../src/platform/search/fold.js';

/** So many texts are read at a time. */
const atATime = 500;

interface Row {
  tenant_id: string;
  kind: string;
  subject_id: string;
  folded: string;
}

/** What could be found before is found by the new folding too: waves, dashes, quotation marks, gaps in Japanese, old kanji. */
export class FoldedAgain1763690000025 implements MigrationInterface {
  name = 'FoldedAgain1763690000025';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table public.search_document no force row level security;
      alter table public.search_gram no force row level security`);
    for (let last: Row | undefined, more = true; more;) {
      const rows = (await q.query(
        `select tenant_id, kind, subject_id, folded from public.search_document
         where $1::uuid is null or (tenant_id, kind, subject_id) > ($1, $2::text, $3::uuid)
         order by tenant_id, kind, subject_id limit ${atATime}`,
        [last?.tenant_id ?? null, last?.kind ?? null, last?.subject_id ?? null],
      )) as Row[];
      for (const row of rows) await this.again(q, row);
      last = rows.at(-1);
      more = rows.length === atATime;
    }
    await q.query(`
      alter table public.search_gram force row level security;
      alter table public.search_document force row level security`);
  }

  /** The text as it was asked in is not kept; folding what was folded gives what folding the text would. */
  private async again(q: QueryRunner, { tenant_id, kind, subject_id, folded }: Row): Promise<void> {
    const next = foldForSearch(folded);
    if (next === folded) return;
    const key = [tenant_id, kind, subject_id];
    const [before, after] = [new Set(gramsOf(folded)), new Set(gramsOf(next))];
    await q.query(
      `update public.search_document set folded = $4 where tenant_id = $1 and kind = $2 and subject_id = $3`,
      [...key, next],
    );
    await q.query(
      `delete from public.search_gram g using public.search_document d
       where d.tenant_id = $1 and d.kind = $2 and d.subject_id = $3 and g.tenant_id = d.tenant_id and g.audience_id = d.audience_id
         and g.kind = left(d.kind, 1)::"char" and g.at = d.at and g.subject_id = d.subject_id and g.gram = any ($4)`,
      [...key, [...before].filter((gram) => !after.has(gram))],
    );
    await q.query(
      `insert into public.search_gram (tenant_id, audience_id, kind, gram, at, subject_id)
       select d.tenant_id, d.audience_id, left(d.kind, 1)::"char", g, d.at, d.subject_id
       from public.search_document d, unnest($4::text[]) g where d.tenant_id = $1 and d.kind = $2 and d.subject_id = $3
       on conflict do nothing`,
      [...key, [...after].filter((gram) => !before.has(gram))],
    );
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
