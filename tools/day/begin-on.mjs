/** `node begin-on.mjs <data folder> <moment>` makes an embedded database whose clock shows that moment; the demo then ends there. */
import 'reflect-metadata';
import '../typescript.mjs';

const api = '../../apps/api';
const { startEmbeddedPostgres } = await import(`${api}/src/platform/database/embedded-postgres.ts`);
const { migrate } = await import(`${api}/src/platform/database/migrate.ts`);
const { setClock } = await import(`${api}/src/platform/dev/clock.ts`);
const { migrations } = await import(`${api}/migrations/index.ts`);

const [, , dataDir, moment] = process.argv;
const postgres = await startEmbeddedPostgres(dataDir);
try {
  await migrate(postgres.url, migrations);
  await setClock({ ownerUrl: postgres.url }, new Date(moment));
} finally {
  await postgres.stop();
}
