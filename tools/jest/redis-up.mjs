import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import databaseUp from './database-up.mjs';
import serversDown from './servers-down.mjs';

/** A real Redis (`YORIAI_TEST_REDIS`) beside the Postgres of the run. */
export default async function redisUp() {
  await databaseUp();
  try {
    process.env.YORIAI_TEST_REDIS = await startRedis();
  } catch (error) {
    await serversDown();
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
