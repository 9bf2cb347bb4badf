import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '@yoriai/embedded-postgres';
import { Redis } from 'ioredis';
import { createLogger } from '../logger.js';
import { until } from '../testing/server-process.js';
import { startApp, type TestApp } from '../testing/start-app.js';
import { AuthDb } from './auth-db.js';
import { Throttle } from './throttle.js';

let app: TestApp;
let server: ChildProcess;
let url: string;
let redis: Redis;
let processes: Throttle[];

/** A server of its own, because it is killed. */
async function startRedis(): Promise<void> {
  const port = await freePort();
  url = `redis://127.0.0.1:${port}`;
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  server = spawn('redis-server', args, { stdio: 'ignore' });
  await once(server, 'spawn');
  redis = new Redis(url).on('error', () => undefined);
  await redis.ping();
}
async function killRedis(): Promise<void> {
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());
beforeEach(async () => {
  await startRedis();
  const config = { ...app.config, redisUrl: url };
  const db = new AuthDb(app.application.database);
  processes = [0, 1].map(() => new Throttle(db, config, createLogger('silent')));
});
afterEach(async () => {
  for (const one of processes) one.onModuleDestroy();
  redis.disconnect();
  if (server.exitCode === null && server.signalCode === null) await killRedis();
});

const tries = (key: string, times = 5) => ({
  bucket: 'test',
  key,
  rate: { times, within: 3_600_000 },
});
const taken = (throttle: Throttle, key: string, times?: number): Promise<unknown> =>
  throttle.take(tries(key, times)).then(
    (taken) => taken,
    (refusal: unknown) => refusal,
  );
const untilRedisCounts = (key: string): Promise<void> =>
  until(async () => {
    await processes[0]!.take(tries(key, 1_000));
    return (await redis.keys('*')).length > 0;
  });
const rows = (): Promise<{ key: string }[]> => app.sql(`select key from auth.throttle where bucket = 'test'`);

describe('limits over Redis', () => {
  it('a hundred at once, over two processes, get as many as there are, and the others are told when', async () => {
    await untilRedisCounts('warm');
    const before = await rows();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => taken(processes[n % 2]!, 'いろは@example.jp')),
    );
    expect(answers.filter((answer) => Array.isArray(answer))).toHaveLength(5);
    const [refusal] = answers.filter((answer) => !Array.isArray(answer)) as {
      failure: { code: string; retryAfterSeconds: number };
    }[];
    expect(refusal!.failure.code).toBe('RATE_LIMITED');
    expect(refusal!.failure.retryAfterSeconds).toBeGreaterThan(3_500);
    expect(refusal!.failure.retryAfterSeconds).toBeLessThanOrEqual(3_600);
    expect(await rows()).toEqual(before);
  });

  it('what is given back can be taken again, and what one process forgets is forgotten for all', async () => {
    await untilRedisCounts('warm');
    const one = await processes[0]!.take(tries('give', 1));
    expect(await taken(processes[1]!, 'give', 1)).not.toBeInstanceOf(Array);
    await processes[0]!.giveBack(one);
    expect(await taken(processes[1]!, 'give', 1)).toBeInstanceOf(Array);
    await processes[0]!.forget('test', 'give');
    expect(await taken(processes[1]!, 'give', 1)).toBeInstanceOf(Array);
  });

  it('no address stands in Redis, and each count ends by itself', async () => {
    await untilRedisCounts('someone@example.jp');
    const keys = await redis.keys('*');
    expect(keys.join()).not.toMatch(/someone|example/);
    for (const key of keys) expect(await redis.pttl(key)).toBeGreaterThan(0);
  });

  it('while Redis is away Postgres counts, and the limit holds', async () => {
    await untilRedisCounts('warm');
    await killRedis();
    const answers = [];
    for (let n = 0; n < 8; n += 1) answers.push(await taken(processes[0]!, 'away'));
    expect(answers.filter((answer) => Array.isArray(answer))).toHaveLength(5);
    expect((await rows()).map(({ key }) => key)).toContain('away');
  });
});
