import pg from 'pg';
import type { Database } from '../database/database.js';
import { roleUrl } from '../database/roles.js';

type Owned = Pick<Database, 'ownerUrl'>;

/** Moves `app.now()` by so many seconds, back if negative. For development, tests and the demo's history. */
export const shiftClock = (database: Owned, seconds: number): Promise<Date> =>
  asOwner(database, `update app.clock_shift set shift = shift + make_interval(secs => $1)`, [seconds]);

/** Lets `app.now()` show this moment and go on from there. For tests, which live on a day of their own. */
export const setClock = (database: Owned, moment: Date): Promise<Date> =>
  asOwner(
    database,
    `update app.clock_shift set shift = make_interval(secs => extract(epoch from $1::timestamptz - transaction_timestamp())::float8)`,
    [moment],
  );

async function asOwner(database: Owned, statement: string, params: unknown[]): Promise<Date> {
  const client = new pg.Client({ connectionString: roleUrl(database.ownerUrl, 'app_owner') });
  await client.connect();
  try {
    await client.query(statement, params);
    return (await client.query<{ now: Date }>(`select app.now() as now`)).rows[0]!.now;
  } finally {
    await client.end();
  }
}
