import { refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/**
 * Those who add people by their address take turns, so that no person comes in twice. That takes moments; a roster takes
 * longer, and no request holds a connection while one is being imported: it is asked to come again.
 */
export async function lockDirectory(tx: TenantTx): Promise<void> {
  const [row] = await tx.sql(
    'people.no-roster-now',
    `select pg_try_advisory_xact_lock_shared(hashtextextended($1, 2)) as free`,
    [`roster:${tx.tenantId}`],
  );
  if (!row?.free) refuse({ code: 'ROSTER_BUSY' });
  await tx.sql('people.lock-directory', `select pg_advisory_xact_lock(hashtextextended($1, 1))`, [
    `directory:${tx.tenantId}`,
  ]);
}

/** A roster waits a second for a member who is being added just now, or for another roster. */
export async function lockForRoster(tx: TenantTx): Promise<void> {
  await tx.sql('people.roster-waits', `select set_config('lock_timeout', '1s', true)`);
  await tx
    .sql('people.lock-for-roster', `select pg_advisory_xact_lock(hashtextextended($1, 2))`, [
      `roster:${tx.tenantId}`,
    ])
    .catch((error: unknown) => {
      if ((error as { code?: string }).code === lockNotAvailable) refuse({ code: 'ROSTER_BUSY' });
      throw error;
    });
  await tx.sql('people.roster-waited', `select set_config('lock_timeout', '0', true)`);
}
const lockNotAvailable = '55P03';
