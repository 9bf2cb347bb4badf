import 'reflect-metadata';
import { startApplication } from './application.js';
import { migrations } from '../migrations/index.js';
import { demoPassword, demoSignIns, isEmpty, loadDemo } from './demo/load-demo.js';
import { readConfig, type Config } from './platform/config.js';
import { clearUnfinished } from './platform/dev/clear-unfinished.js';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { migrate } from './platform/database/migrate.js';
import { createLogger } from './platform/logger.js';

/** Those who stop us wait ten seconds before they kill. What is cut off then stands in its row and is done by the next. */
const longestFarewell = 8_000;

/** The one door: ROLE=all|api|worker. */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  const embedded = config.databaseUrl ? null : await startEmbeddedPostgres(config.dataDir);
  const ownerUrl = config.databaseUrl ?? embedded!.url;
  const stops: (() => Promise<unknown>)[] = embedded ? [() => embedded.stop()] : [];
  const stop = async (code: number): Promise<never> => {
    // An embedded database shuts down in its own time.
    if (!embedded) setTimeout(() => process.exit(code), longestFarewell);
    for (const end of stops.splice(0).reverse())
      await end().catch((error: Error) => logger.error({ err: error }, 'stopping'));
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0));
  try {
    if (config.demo) await clearUnfinished(ownerUrl);
    await migrate(ownerUrl, migrations);
    const application = await startApplication(config, ownerUrl, logger, {
      beforeOpening: async (app, database) => {
        if (!config.demo || !(await isEmpty(app))) return;
        console.log('Living through the demo\u2019s half year (once, half a minute or so) \u2026');
        await loadDemo(app, database);
      },
    });
    stops.push(() => application.close());
    if (config.mode === 'embedded') console.log(greeting(config));
    else logger.info({ url: config.publicUrl, role: config.role }, 'ready');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    logger.debug({ err: error as Error }, 'could not start');
    await stop(1);
  }
}

function greeting(config: Config): string {
  const people = demoSignIns.flatMap(({ name, people: some }) => [
    `  ${name}`,
    ...some.map((one) => `    ${one.email}  ${one.name}  (${one.role})`),
  ]);
  return [
    '',
    `Yoriai is open at ${config.publicUrl}`,
    `Mails it sends are shown at ${config.publicUrl}/dev/mail`,
    ...(config.demo ? ['', `Demo sign-ins, password ${demoPassword}`, ...people] : []),
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
