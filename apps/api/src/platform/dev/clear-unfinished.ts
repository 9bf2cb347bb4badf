import pg from 'pg';

/** The key in `auth.secret` that marks a demo that is still being loaded, with its clock in the past. */
export const unfinished = 'demo-unfinished';

/** A history that was cut short is cleared away whole: no one's work is in it. Embedded mode only. */
export async function clearUnfinished(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('auth.secret') is not null as there`,
    );
    if (!rows[0]?.there) return;
    const { rowCount } = await client.query(`select from auth.secret where name = $1`, [unfinished]);
    if (rowCount) await client.query(`drop schema app, auth, bullmq, public cascade; create schema public`);
  } finally {
    await client.end();
  }
}
