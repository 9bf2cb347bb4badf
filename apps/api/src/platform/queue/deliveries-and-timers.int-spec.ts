import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { createLogger } from '../logger.js';
import { until } from '../testing/server-process.js';
import { startApp, type TestApp, type TestTenant } from '../testing/start-app.js';
import { effects, TestReader, TestTimer, workshop } from '../testing/workshop.js';
import { BullAlarm } from './bull-alarm.js';

let app: TestApp;
let tenant: TestTenant;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  tenant = await app.tenant();
});
afterAll(() => app?.stop());

interface Row {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly wait: number;
}
const rows = (table: 'delivery' | 'timer'): Promise<Row[]> =>
  app.sql<Row>(
    `select id, state, attempts, last_error, extract(epoch from due_at - app.now())::float8 as wait from ${table} where tenant_id = $1 order by id`,
    [tenant.id],
  );
const allDone = (count: number): Promise<void> =>
  until(async () => {
    const states = (await rows('delivery')).map(({ state }) => state);
    return states.length === count && states.every((state) => state === 'DONE');
  });

describe('a delivery or timer', () => {
  it('is done though the job fails a few times, each time waiting longer, and leaves nothing half done', async () => {
    const reader = new TestReader();
    reader.failures = 3;
    const { happen, sweep } = workshop(app, [reader]);
    await happen(tenant, 1);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt++) {
      await sweep.drain();
      expect(await effects(app, tenant)).toEqual([]);
      const [row] = await rows('delivery');
      expect(row).toMatchObject({ state: 'DUE', attempts: attempt });
      waits.push(Math.round(row!.wait));
      await app.advance(row!.wait + 0.01);
    }
    expect(waits).toEqual([1, 4, 9]);
    await sweep.drain();
    expect(await effects(app, tenant)).toEqual(['0']);
    expect(await rows('delivery')).toMatchObject([{ state: 'DONE', last_error: null }]);
  });

  it('that cannot be done ends as failed after thirty tries, is counted, and says nothing of what people wrote', async () => {
    const reader = new TestReader();
    reader.failures = Infinity;
    const { happen, sweep, dispatcher } = workshop(app, [reader]);
    await happen(tenant, 1);
    for (let attempt = 0; attempt < 40; attempt++) {
      await sweep.drain();
      await app.advance(301);
    }
    expect(await rows('delivery')).toMatchObject([
      { state: 'FAILED', attempts: 30, last_error: 'RangeError' },
    ]);
    expect(dispatcher.counts).toMatchObject({ done: 0, retried: 29, failed: 1 });
    expect(reader.begun).toBe(30);
    expect(await effects(app, tenant)).toEqual([]);
  });

  it('does not hold up what comes after a poisoned one', async () => {
    const reader = new TestReader();
    reader.failures = 1;
    const { happen, sweep } = workshop(app, [reader]);
    await happen(tenant, 5);
    await sweep.drain();
    expect(await effects(app, tenant)).toHaveLength(4);
  });

  it('is done once though ten workers set about it at the same moment', async () => {
    const reader = new TestReader(30);
    const { happen, dispatcher } = workshop(app, [reader]);
    const others = Array.from({ length: 9 }, () => workshop(app, [new TestReader(30)]).dispatcher);
    await happen(tenant, 1);
    const job = { table: 'delivery' as const, tenantId: tenant.id, id: (await rows('delivery'))[0]!.id };
    for (let again = 0; again < 3; again++)
      await Promise.all([dispatcher, ...others].map((one) => one.run(job)));
    expect(await effects(app, tenant)).toEqual(['0']);
  });
});

describe('something to be done later', () => {
  const at = (worker: ReturnType<typeof workshop>, seconds: number, key = 'k') =>
    worker.work.asSystem(tenant.id, 'test', (tx) =>
      tx.at(new Date(tx.now.getTime() + seconds * 1_000), { name: 'test.timer', key, ids: {} }),
    );

  it('is done at its time and not before, also when it was moved', async () => {
    const worker = workshop(app, [new TestTimer()]);
    await at(worker, 60, 'moved away');
    await at(worker, 600, 'moved here');
    await at(worker, 600, 'moved away');
    await at(worker, 60, 'moved here');
    await app.advance(59);
    await worker.sweep.drain();
    expect(await effects(app, tenant)).toEqual([]);
    await app.advance(2);
    await worker.sweep.drain();
    expect(await effects(app, tenant)).toEqual(['moved here']);
    await app.advance(600);
    await worker.sweep.drain();
    await worker.sweep.drain();
    expect(await effects(app, tenant)).toEqual(['moved here', 'moved away']);
  });

  it('that was cancelled is not done; set again, it is', async () => {
    const worker = workshop(app, [new TestTimer()]);
    const cancel = () =>
      worker.work.asSystem(tenant.id, 'test', (tx) => tx.cancelTimers('test.timer', ['k', 'unknown']));
    await at(worker, 60);
    await cancel();
    await app.advance(120);
    await worker.sweep.drain();
    expect(await effects(app, tenant)).toEqual([]);
    await at(worker, 60);
    await app.advance(61);
    await worker.sweep.drain();
    await cancel();
    await worker.sweep.drain();
    expect(await effects(app, tenant)).toEqual(['k']);
    expect(await rows('timer')).toMatchObject([{ state: 'DONE' }]);
  });

  it('may set itself again from within', async () => {
    const timer = new TestTimer();
    timer.repeats = 2;
    const worker = workshop(app, [timer]);
    await at(worker, 1);
    for (const _ of [1, 2, 3, 4]) {
      await app.advance(61);
      await worker.sweep.drain();
    }
    expect(await effects(app, tenant)).toEqual(['k', 'k', 'k']);
  });

  it('set and cancelled in one act that fails was never set', async () => {
    const worker = workshop(app, [new TestTimer()]);
    await expect(
      worker.work.asSystem(tenant.id, 'test', async (tx) => {
        await tx.at(tx.now, { name: 'test.timer', key: 'k', ids: {} });
        throw new Error('something else went wrong');
      }),
    ).rejects.toThrow();
    await worker.sweep.drain();
    expect(await rows('timer')).toEqual([]);
  });
});

describe('the queue', () => {
  let alarm: BullAlarm | null = null;
  let worker: ReturnType<typeof workshop>;
  const open = (reader: TestReader, sweeps = true) => {
    alarm = new BullAlarm(app.config, app.application.database.ownerUrl, createLogger('silent'));
    worker = workshop(app, [reader], alarm);
    alarm.work((job) => worker.dispatcher.run(job));
    if (sweeps) worker.sweep.start();
  };
  afterEach(async () => {
    jest.restoreAllMocks();
    await worker.sweep.beforeApplicationShutdown();
    await alarm?.onApplicationShutdown();
  });
  /** Empties every table in which the queue remembers what to do. */
  /** Taking a working queue apart may lose a deadlock against its workers; then it is tried again. */
  const insist = async (text: string): Promise<void> => {
    for (let tries = 20; ; tries--) {
      try {
        await app.sql(text);
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== '40P01' || tries === 0) throw error;
      }
    }
  };

  const wipe = async (): Promise<void> => {
    const tables = await app.sql<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'bullmq' and tablename !~ 'migration'`,
    );
    for (const { name } of tables) await insist(`delete from bullmq.${name}`);
  };

  it('wakes workers by itself, with no sweep that looks for what is due', async () => {
    open(new TestReader(), false);
    await worker.happen(tenant, 20);
    await allDone(20);
    expect((await effects(app, tenant)).length).toBe(20);
  });

  it('wiped three times in the middle of its work loses nothing and repeats nothing', async () => {
    open(new TestReader(15));
    await worker.happen(tenant, 40);
    await wipe();
    await worker.happen(tenant, 40, 40);
    await pause(100);
    await wipe();
    await worker.happen(tenant, 40, 80);
    await wipe();
    await app.advance(11);
    await allDone(120);
    expect((await effects(app, tenant)).map(Number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 120 }, (_, n) => n),
    );
  });

  it('of a machine whose clock is five seconds off does nothing, until the clock is right again', async () => {
    open(new TestReader());
    const real = Date.now.bind(Date);
    jest.spyOn(Date, 'now').mockImplementation(() => real() + 5_000);
    await until(() => worker.dispatcher.resting);
    await worker.happen(tenant, 3);
    await app.advance(11);
    await pause(1_500);
    expect(await effects(app, tenant)).toEqual([]);
    jest.restoreAllMocks();
    await allDone(3);
    expect((await effects(app, tenant)).sort()).toEqual(['0', '1', '2']);
  });

  it('that is away when workers begin holds nothing up, and is used again when it is back', async () => {
    await app.sql('alter schema bullmq rename to away');
    open(new TestReader(), false);
    // What has to wait for the queue gives way to all else.
    await pause(100);
    await app.sql('alter schema away rename to bullmq');
    await worker.happen(tenant, 3);
    await allDone(3);
    expect((await effects(app, tenant)).sort()).toEqual(['0', '1', '2']);
  });

  it('torn out by the root loses nothing either', async () => {
    open(new TestReader(5));
    await worker.happen(tenant, 20);
    await insist('drop schema bullmq cascade');
    await worker.happen(tenant, 20, 20);
    await app.advance(11);
    await allDone(40);
    expect((await effects(app, tenant)).map(Number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, n) => n),
    );
  });
});
