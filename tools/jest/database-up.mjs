import '../typescript.mjs';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { scratchDir } from '../day/scratch-dir.cjs';

/** One real Postgres for the whole run; each spec then copies the migrated template database for itself. */
export default async function databaseUp(_global, { displayName }) {
  const { startEmbeddedPostgres } = await import('@yoriai/embedded-postgres');
  const { prepareTemplate } = await import('../../apps/api/src/platform/testing/prepare-template.ts');
  const postgres = await startEmbeddedPostgres(scratchDir('test'), { forTests: true });
  globalThis.stopTestServers = [() => postgres.stop()];
  try {
    await prepareTemplate(postgres.url);
    process.env.YORIAI_TEST_PG = postgres.url;
    if (displayName.name === 'redis') process.env.YORIAI_TEST_REDIS = await startRedis();
  } catch (error) {
    for (const stop of globalThis.stopTestServers) await stop();
    throw error;
  }
}

async function startRedis() {
  const dir = await mkdtemp(join(tmpdir(), 'yoriai-redis-'));
  const { freePort } = await import('@yoriai/embedded-postgres');
  const port = await freePort();
  const args = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir];
  const redis = spawn('redis-server', args.map(String), { stdio: 'ignore' });
  globalThis.stopTestServers.unshift(async () => {
    redis.kill();
    if (redis.exitCode === null && redis.signalCode === null) await once(redis, 'exit');
    await rm(dir, { recursive: true, force: true });
  });
  await once(redis, 'spawn');
  while (!(await answers(port))) await pause(20);
  return `redis://127.0.0.1:${port}`;
}

async function answers(port) {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
