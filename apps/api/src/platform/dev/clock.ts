import pg from 'pg';
import type { Database } from '../database/database.js';
import { roleUrl } from '../database/roles.js';

/** Moves `app.now()` by so many seconds, back if negative. For development, tests and the demo's history. */
export const shiftClock = (database: Database, seconds: number): Promise<Date> =>
  asOwner(database, `update app.clock_shift set shift = shift + make_interval(secs => $1)`, [seconds]);

/** From now on `app.now()` is the database's own time. */
export const resetClock = (database: Database): Promise<Date> =>
  asOwner(database, `update app.clock_shift set shift = interval '0'`, []);

async function asOwner(database: Database, statement: string, params: unknown[]): Promise<Date> {
  const client = new pg.Client({ connectionString: roleUrl(database.ownerUrl, 'app_owner') });
  await client.connect();
  try {
    await client.query(statement, params);
    return (await client.query<{ now: Date }>(`select app.now() as now`)).rows[0]!.now;
  } finally {
    await client.end();
  }
}
