import '../typescript.mjs';
import { scratchDir } from '../day/scratch-dir.cjs';
import serversDown from './servers-down.mjs';

/** One real Postgres for the whole run; each spec then copies the migrated template database for itself. */
export default async function databaseUp() {
  if (process.env.YORIAI_TEST_PG) return;
  const { startEmbeddedPostgres } = await import('@yoriai/embedded-postgres');
  const { prepareTemplate } = await import('../../apps/api/src/platform/testing/prepare-template.ts');
  const postgres = await startEmbeddedPostgres(scratchDir('test'), { forTests: true });
  globalThis.stopTestServers = [() => postgres.stop()];
  try {
    await prepareTemplate(postgres.url);
    process.env.YORIAI_TEST_PG = postgres.url;
  } catch (error) {
    await serversDown();
    throw error;
  }
}
