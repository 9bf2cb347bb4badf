import pg from 'pg';
import { migrations } from '../../../migrations/index.js';
import { migrate } from '../database/migrate.js';

const template = 'yoriai_template';

/** Makes the migrated database that each test's own database is copied from. */
export async function prepareTemplate(superuserUrl: string): Promise<void> {
  await asSuperuser(superuserUrl, (client) => client.query(`create database ${template}`));
  await migrate(withDatabase(superuserUrl, template), migrations);
}

/** A fresh copy for one test file, or of another file's database that is idle meanwhile. Returns its owner's URL. */
export async function copyTemplate(superuserUrl: string, name: string, from = template): Promise<string> {
  await asSuperuser(superuserUrl, async (client) => {
    await client.query(
      `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(from)} strategy file_copy`,
    );
    // What is granted on a database itself is not copied.
    const database = client.escapeIdentifier(name);
    await client.query(`grant connect, create on database ${database} to app_owner`);
    await client.query(`grant connect on database ${database} to app_rt, worker_rt, auth_rt`);
  });
  return withDatabase(superuserUrl, name);
}

export async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  await asSuperuser(superuserUrl, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

async function asSuperuser(url: string, run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    // Copying a template needs it to itself.
    await client.query(`select pg_advisory_lock(7102028)`);
    await run(client);
  } finally {
    await client.end();
  }
}
