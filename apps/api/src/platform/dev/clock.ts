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

/** A history is lived through in thousands of steps: its clock keeps its connection while it is being moved. */
const pools = new WeakMap<Owned, pg.Pool>();

async function asOwner(database: Owned, statement: string, params: unknown[]): Promise<Date> {
  const pool = pools.get(database) ?? ownersPool(database);
  pools.set(database, pool);
  await pool.query(statement, params);
  return (await pool.query<{ now: Date }>(`select app.now() as now`)).rows[0]!.now;
}

function ownersPool({ ownerUrl }: Owned): pg.Pool {
  const pool = new pg.Pool({
    connectionString: roleUrl(ownerUrl, 'app_owner'),
    max: 1,
    idleTimeoutMillis: 1_000,
    allowExitOnIdle: true,
  });
  // A database that is taken away meanwhile takes the idle connection with it.
  pool.on('error', () => undefined);
  return pool;
}
