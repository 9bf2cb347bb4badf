import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describe } from '@jest/globals';
import { Redis } from 'ioredis';
import { serverMode } from './server-mode.js';
import { freePort } from '@yoriai/embedded-postgres';

let server: ChildProcess;

/** One of its own: what others have in theirs is their business. */
async function start(): Promise<string> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  server = spawn('redis-server', args, { stdio: 'ignore' });
  await once(server, 'spawn');
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url).on('error', () => undefined);
  await client.ping();
  client.disconnect();
  return url;
}

async function stop(): Promise<void> {
  server.kill();
  await once(server, 'exit');
}

describe('several processes on Postgres and Redis', () => serverMode({ start, stop }));
