/** `node begin-on.mjs <data folder> <moment>` makes an embedded database for a test, whose clock shows that moment; the demo then ends there. */
import 'reflect-metadata';
import '../typescript.mjs';

const api = '../../apps/api';
const { startEmbeddedPostgres } = await import('@yoriai/embedded-postgres');
const { migrate } = await import(`${api}/src/platform/database/migrate.ts`);
const { Client } = (await import('pg')).default;
const { setClock } = await import(`${api}/src/platform/dev/clock.ts`);
const { migrations } = await import(`${api}/migrations/index.ts`);

const [, , dataDir, moment] = process.argv;
const postgres = await startEmbeddedPostgres(dataDir);
try {
  await migrate(postgres.url, migrations);
  // Test data: it need not survive a power cut, and so starts in half the time.
  const superuser = new Client({ connectionString: postgres.url });
  await superuser.connect();
  for (const care of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await superuser.query(`alter system set ${care} = off`);
  await superuser.end();
  await setClock({ ownerUrl: postgres.url }, new Date(moment));
} finally {
  await postgres.stop();
}
