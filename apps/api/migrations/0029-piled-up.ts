import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what has piled up for one reader of one tenant, however much the tenant's readers have done before. */
export class PiledUp1763690000029 implements MigrationInterface {
  name = 'PiledUp1763690000029';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `create index delivery_piled_up on public.delivery (tenant_id, reader, due_at, id) where state = 'DUE'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
