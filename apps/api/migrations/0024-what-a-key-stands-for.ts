import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal } from '../src/platform/database/tenant-table.js';

/** An idempotency key keeps the fingerprint of its input. Answers without one are deleted: they were valid for a day. */
export class WhatAKeyStandsFor1763690000024 implements MigrationInterface {
  name = 'WhatAKeyStandsFor1763690000024';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table public.idempotent_answer no force row level security;
      delete from public.idempotent_answer;
      alter table public.idempotent_answer force row level security;
      alter table public.idempotent_answer add fingerprint text not null`);
    // Short texts can be guessed from it.
    await declarePersonal(q, 'public.idempotent_answer', 'fingerprint', 'text');
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
