import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal } from '../src/platform/database/tenant-table.js';

/** Thanks that are still from somebody when the request itself is out of sight. */
export class Strengths1763690000014 implements MigrationInterface {
  name = 'Strengths1763690000014';

  async up(q: QueryRunner): Promise<void> {
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

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
