import 'reflect-metadata';
import { startApplication } from './application.js';
import { migrations } from '../migrations/index.js';
import { readConfig } from './platform/config.js';
import { migrate } from './platform/database/migrate.js';
import { createLogger } from './platform/logger.js';

/** Container runtimes wait ten seconds before they kill. Work that is cut off is still due in its row; the next process does it. */
const longestFarewell = 8_000;

/** The entry point: ROLE=all|api|worker. */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  const embedded = config.databaseUrl ? null : await import('./embedded.js');
  const postgres = await embedded?.startEmbeddedPostgres(config.dataDir);
  const ownerUrl = config.databaseUrl ?? postgres!.url;
  const stops: (() => Promise<unknown>)[] = postgres ? [() => postgres.stop()] : [];
  const stop = async (code: number): Promise<never> => {
    // An embedded database shuts down in its own time.
    if (!embedded) setTimeout(() => process.exit(code), longestFarewell);
    for (const end of stops.splice(0).reverse())
      await end().catch((error: Error) => logger.error({ err: error }, 'stopping'));
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0));
  try {
    await embedded?.clearUnfinishedDemo(config, ownerUrl);
    await migrate(ownerUrl, migrations);
    const application = await startApplication(config, ownerUrl, logger, {
      beforeOpening: async (app, database) => embedded?.loadDemoOnce(config, app, database),
    });
    stops.push(() => application.close());
    if (embedded) console.log(embedded.greeting(config));
    else logger.info({ url: config.publicUrl, role: config.role }, 'ready');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    logger.debug({ err: error as Error }, 'could not start');
    await stop(1);
  }
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
