import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { createLogger } from '../logger.js';
import { startApp, type TestApp } from '../testing/start-app.js';
import { effects, TestReader, workshop } from '../testing/workshop.js';
import { BullAlarm } from './bull-alarm.js';

let app: TestApp;
let redis: Redis;
let alarm: BullAlarm;
let house: ReturnType<typeof workshop>;
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
  house = workshop(app, [new TestReader(10)], alarm);
  alarm.work((job) => house.dispatcher.run(job));
  house.sweep.start();
  await pause(500);
});
afterAll(async () => {
  await house?.sweep.beforeApplicationShutdown();
  await alarm?.onApplicationShutdown();
  redis?.disconnect();
  await app?.stop();
});

const numbers = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const done = async (count: number): Promise<void> => {
  for (const end = Date.now() + 30_000; ; await pause(50)) {
    const [row] = await app.sql<{ n: number }>(`select count(*)::int as n from delivery where state = 'DUE'`);
    if (row!.n === 0) return;
    if (Date.now() > end) throw new Error(`After half a minute: ${row!.n} of ${count} are not done`);
  }
};

describe('the queue over Redis', () => {
  it('wakes workers at once', async () => {
    const tenant = await app.tenant();
    const from = Date.now();
    await house.happen(tenant, 20);
    await done(20);
    expect(Date.now() - from).toBeLessThan(4_000);
    expect((await effects(app, tenant)).map(Number).sort((a, b) => a - b)).toEqual(numbers(20));
  });

  it('emptied in the middle of its work loses nothing and repeats nothing', async () => {
    const tenant = await app.tenant();
    await house.happen(tenant, 40);
    await redis.flushall();
    await house.happen(tenant, 40, 40);
    await redis.flushall();
    await app.advance(11);
    await done(80);
    expect((await effects(app, tenant)).map(Number).sort((a, b) => a - b)).toEqual(numbers(80));
  });
});
