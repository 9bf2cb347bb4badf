import { runMigrations as migrateBullmq } from 'bullmq';
import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { prepareRoles, roleUrl } from './roles.js';

export type Migration = new () => MigrationInterface;

/** Brings a database to the present: roles, then the migrations as owner, then the queue's own schema. Safe to run by many at once. */
export async function migrate(ownerUrl: string, migrations: readonly Migration[]): Promise<void> {
  await prepareRoles(ownerUrl);
  const asOwner = roleUrl(ownerUrl, 'app_owner');
  const lock = new pg.Client({ connectionString: asOwner });
  await lock.connect();
  try {
    await lock.query(`select pg_advisory_lock(7102027)`);
    const source = new DataSource({
      type: 'postgres',
      driver: pg,
      url: asOwner,
      migrations: [...migrations],
      migrationsTransactionMode: 'each',
    });
    await source.initialize();
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
    await migrateQueue(lock);
  } finally {
    await lock.end();
  }
}

/** BullMQ's tables live in a schema of their own that the workers may use and only the owner may change. */
async function migrateQueue(client: pg.Client): Promise<void> {
  await client.query(`create schema if not exists bullmq`);
  await migrateBullmq(client as never, 'bullmq');
  await client.query(`
    grant usage on schema bullmq to worker_rt;
    grant select, insert, update, delete on all tables in schema bullmq to worker_rt;
    grant usage, select, update on all sequences in schema bullmq to worker_rt;
    grant execute on all functions in schema bullmq to worker_rt`);
}
