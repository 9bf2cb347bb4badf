import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';
import { gramsOf } from '../src/platform/search/fold.js';

/** Search whose work is as large as the answer; a list of one state that begins where its own begin. */
export class Search1763690000019 implements MigrationInterface {
  name = 'Search1763690000019';

  async up(q: QueryRunner): Promise<void> {
    await this.grams(q);
    await this.states(q);
  }

  /**
   * A row for each gram of each text, in the order of reading. Nothing but equality and order is asked of it, which row-level security lets
   * the index answer: no function is needed that looks past the policies.
   */
  private async grams(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function app.search(text, int4[], text, int, timestamptz, uuid);
      drop function app.audience_gram(uuid);
      drop policy gate on public.search_document;
      revoke select on public.search_document from app_gate;
      drop index public.search_grams;
      drop index public.search_document_tenant_id_kind_audience_id_at_subject_id_idx;
      alter table public.search_document drop column grams`);
    await tenantTable(q, {
      name: 'search_gram',
      columns: `
        audience_id uuid not null
        kind "char" not null
        gram text collate "C" not null
        at timestamptz(3) not null
        subject_id uuid not null`,
      key: ['audience_id', 'kind', 'gram', 'at', 'subject_id'],
      personal: { gram: 'text' },
      see: { sql: `(kind = 'm' or audience_id = any ((select app.my_audiences())::uuid[]))` },
      write: 'tenant',
      deletable: true,
    });
    await q.query(`
      alter table public.search_document no force row level security;
      alter table public.search_gram no force row level security`);
    const documents = (await q.query(
      `select tenant_id, kind, subject_id, folded from public.search_document`,
    )) as {
      tenant_id: string;
      kind: string;
      subject_id: string;
      folded: string;
    }[];
    for (const { tenant_id, kind, subject_id, folded } of documents)
      await q.query(
        `insert into public.search_gram (tenant_id, audience_id, kind, gram, at, subject_id)
         select d.tenant_id, d.audience_id, left(d.kind, 1)::"char", g, d.at, d.subject_id
         from public.search_document d, unnest($4::text[]) g where d.tenant_id = $1 and d.kind = $2 and d.subject_id = $3`,
        [tenant_id, kind, subject_id, gramsOf(folded)],
      );
    await q.query(`
      alter table public.search_gram force row level security;
      alter table public.search_document force row level security`);
  }

  private async states(q: QueryRunner): Promise<void> {
    await q.query(`
      create index on public.support_request (tenant_id, audience_id, status, created_at desc, id desc);
      create index on public.support_request (tenant_id, audience_id, status, type, created_at desc, id desc)`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
