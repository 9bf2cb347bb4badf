import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrations } from '../migrations/index.js';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config.js';
import { Database } from './platform/database/database.js';
import { migrate } from './platform/database/migrate.js';
import { createLogger } from './platform/logger.js';

type Command = (
  app: INestApplicationContext,
  args: readonly string[],
  print: (line: string) => void,
) => Promise<number>;

/** Runs a command beside a running Yoriai, or on its database alone; mails then go out when it runs again. Ends the process. */
export async function runCommand(command: Command): Promise<never> {
  process.exit(
    await withApplication((app) =>
      command(app, process.argv.slice(2), (line) => process.stdout.write(`${line}\n`)),
    ).catch((error: Error) => {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }),
  );
}

async function withApplication(run: (app: INestApplicationContext) => Promise<number>): Promise<number> {
  const config = readConfig();
  const embeddedMode = config.databaseUrl ? null : await import('./embedded.js');
  const there = config.databaseUrl ?? embeddedMode!.runningPostgresUrl(config.dataDir);
  const embedded = there === null ? await embeddedMode!.startEmbeddedPostgres(config.dataDir) : null;
  try {
    const ownerUrl = there ?? embedded!.url;
    // A running application has migrated already; on a server this command may come first.
    if (embedded || config.databaseUrl) await migrate(ownerUrl, migrations);
    const database = await Database.connect(ownerUrl, 2);
    try {
      const app = await NestFactory.createApplicationContext(
        await AppModule.with(config, database, createLogger('error')),
        { logger: false, abortOnError: false },
      );
      return await run(app).finally(() => app.close());
    } finally {
      await database.close();
    }
  } finally {
    await embedded?.stop();
  }
}
