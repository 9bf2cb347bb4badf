import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describe } from '@jest/globals';
import { Redis } from 'ioredis';
import { countKey } from '../auth/redis-counts.js';
import { serverMode } from './server-mode.js';
import { freePort } from '@yoriai/embedded-postgres';

let server: ChildProcess;
let client: Redis;

/** One of its own: what others have in theirs is their business. */
async function start(): Promise<string> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  server = spawn('redis-server', args, { stdio: 'ignore' });
  await once(server, 'spawn');
  const url = `redis://127.0.0.1:${port}`;
  client = new Redis(url).on('error', () => undefined);
  await client.ping();
  return url;
}

async function stop(): Promise<void> {
  client.disconnect();
  server.kill();
  await once(server, 'exit');
}

const taken = async (bucket: string, key: string): Promise<number> =>
  Number(await client.get(countKey(bucket, key)));
async function forgiveAll(): Promise<void> {
  const keys = await client.keys('yoriai:throttle:*');
  if (keys.length > 0) await client.del(...keys);
}

describe('several processes on Postgres and Redis', () => serverMode({ start, stop, taken, forgiveAll }));
