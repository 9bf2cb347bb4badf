import type { TenantTx } from '../platform/work/tenant-tx.js';

/** Whoever adds people by their address waits for whoever else does, so that nobody comes in twice. */
export async function lockDirectory(tx: TenantTx): Promise<void> {
  await tx.sql('people.lock-directory', `select pg_advisory_xact_lock(hashtextextended($1, 1))`, [
    `directory:${tx.tenantId}`,
  ]);
}
