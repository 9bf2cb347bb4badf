import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { demoPassword, demoSignIns, isEmpty, loadDemo } from './demo/load-demo.js';
import type { Config } from './platform/config.js';
import type { Database } from './platform/database/database.js';
import { clearUnfinished } from './platform/dev/clear-unfinished.js';

export { runningPostgresUrl, startEmbeddedPostgres } from '@yoriai/embedded-postgres';

/** What embedded mode has and a server has not: a database of its own, the demo, and a word for the terminal in which `npm start` was typed. Loaded there alone. */
export async function clearUnfinishedDemo(config: Config, ownerUrl: string): Promise<void> {
  if (config.demo) await clearUnfinished(ownerUrl);
}

export async function loadDemoOnce(
  config: Config,
  app: NestFastifyApplication,
  database: Database,
): Promise<void> {
  if (!config.demo || !(await isEmpty(app))) return;
  console.log('Living through the demo\u2019s half year (once, half a minute or so) \u2026');
  await loadDemo(app, database);
}

export function greeting(config: Config): string {
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
