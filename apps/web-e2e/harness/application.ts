import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@yoriai/embedded-postgres';
import { testDay, testMorning } from '../../../tools/day/test-day.cjs';
import { scratchDir } from '../../../tools/day/scratch-dir.cjs';

const root = resolve(import.meta.dirname, '../../..');
const startTimeoutSeconds = 600;

/**
 * Starts the built application as a newcomer would have it (embedded database, demo loaded), on the day of the tests; answers with the
 * way to end it.
 */
export default async function startApplication(): Promise<() => Promise<void>> {
  const dataDir = scratchDir('e2e');
  const url = `http://localhost:${await freePort()}`;
  const logFile = join(root, 'apps/web-e2e/test-results', `server-${testDay}.log`);
  mkdirSync(resolve(logFile, '..'), { recursive: true });
  const log = openSync(logFile, 'w');
  const begun = spawnSync(
    process.execPath,
    [join(root, 'tools/day/begin-on.mjs'), dataDir, testMorning.toISOString()],
    { cwd: root, stdio: ['ignore', log, log] },
  );
  if (begun.status !== 0) throw new Error(`There is no database:\n${readFileSync(logFile, 'utf8')}`);
  const server = spawn(
    process.execPath,
    ['--enable-source-maps', join(root, 'apps/api/dist/server/main.js')],
    {
      cwd: root,
      stdio: ['ignore', log, log],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        DATA_DIR: dataDir,
        PORT: new URL(url).port,
      },
    },
  );
  closeSync(log);

  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    // For root the rows lie outside, behind a link.
    for (const folder of [join(dataDir, 'pg'), dataDir]) {
      rmSync(realpathSync(folder), { recursive: true, force: true });
    }
  };

  for (let waited = 0; !(await isReady(url)); waited += 0.1) {
    if (server.exitCode !== null || waited > startTimeoutSeconds) {
      await stop().catch(() => undefined);
      throw new Error(`The application does not start:\n${readFileSync(logFile, 'utf8').slice(-4_000)}`);
    }
    await pause(100);
  }
  process.env.YORIAI_URL = url;
  process.env.YORIAI_DATA_DIR = dataDir;
  return stop;
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
