import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { createLogger } from '../logger.js';
import { until } from '../testing/server-process.js';
import { startApp, type TestApp } from '../testing/start-app.js';
import { effects, TestReader, workshop } from '../testing/workshop.js';
import { BullAlarm } from './bull-alarm.js';

let app: TestApp;
let redis: Redis;
let alarm: BullAlarm;
let worker: ReturnType<typeof workshop>;
beforeAll(async () => {
  const url = process.env['YORIAI_TEST_REDIS'];
  if (!url) throw new Error('YORIAI_TEST_REDIS is not set: run these tests through `npm run test:redis`');
  redis = new Redis(url);
  app = await startApp();
  alarm = new BullAlarm(
    { ...app.config, redisUrl: url },
    app.application.database.ownerUrl,
    createLogger('silent'),
  );
  worker = workshop(app, [new TestReader(10)], alarm);
  alarm.work((job) => worker.dispatcher.run(job));
});
afterAll(async () => {
  await worker?.sweep.beforeApplicationShutdown();
  await alarm?.onApplicationShutdown();
  redis?.disconnect();
  await app?.stop();
});

const numbers = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const done = (): Promise<void> =>
  until(async () => {
    const [row] = await app.sql<{ n: number }>(`select count(*)::int as n from delivery where state = 'DUE'`);
    return row!.n === 0;
  });

describe('the queue over Redis', () => {
  it('wakes workers by itself, with no sweep that looks for what is due', async () => {
    const tenant = await app.tenant();
    await worker.happen(tenant, 20);
    await done();
    expect((await effects(app, tenant)).map(Number).sort((a, b) => a - b)).toEqual(numbers(20));
  });

  it('emptied in the middle of its work loses nothing and repeats nothing', async () => {
    worker.sweep.start();
    const tenant = await app.tenant();
    await worker.happen(tenant, 40);
    await redis.flushall();
    await worker.happen(tenant, 40, 40);
    await redis.flushall();
    await app.advance(11);
    await done();
    expect((await effects(app, tenant)).map(Number).sort((a, b) => a - b)).toEqual(numbers(80));
  });
});
