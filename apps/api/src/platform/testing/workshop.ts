import type { DiscoveryService } from '@nestjs/core';
import type { NoIds } from '@yoriai/domain/kernel';
import { createLogger } from '../logger.js';
import { ReaderCatalogue } from '../outbox/reader-catalogue.js';
import { Reads, type StoredEvent } from '../outbox/reader.js';
import type { Alarm } from '../queue/alarm.js';
import { Dispatcher } from '../queue/dispatcher.js';
import { Sweep } from '../queue/sweep.js';
import { RunsTimer, type DueTimer } from '../timers/timer.js';
import type { TenantTx } from '../work/tenant-tx.js';
import { Work } from '../work/work.js';
import type { TestApp, TestTenant } from './start-app.js';

declare module '../outbox/event.js' {
  interface KnownEvents {
    'test.happened': { n: string };
    'test.effect': { of: string };
  }
}
declare module '../timers/timers.js' {
  interface Timers {
    'test.timer': NoIds;
    'test.later': NoIds;
  }
}

/** Wakes no worker: what is due waits for the sweep. */
export const silent: Alarm = { wake: () => undefined };

/** What the jobs below leave behind, as events: as many as were committed. */
export const effects = async (app: TestApp, tenant: TestTenant): Promise<string[]> =>
  (
    await app.sql<{ of: string }>(
      `select ids ->> 'of' as of from domain_event where tenant_id = $1 and name = 'test.effect' order by at, id`,
      [tenant.id],
    )
  ).map((row) => row.of);

/** Reads `test.happened`: leaves one effect behind, and fails as often as it was told to, after having left it. */
@Reads({ reader: 'test.reader', events: ['test.happened'], queue: 'normal' })
export class TestReader {
  failures = 0;
  begun = 0;
  constructor(private readonly takes = 0) {}

  async handle(tx: TenantTx, { ids }: StoredEvent<'test.happened'>): Promise<void> {
    this.begun += 1;
    if (this.takes > 0) await new Promise((resolve) => setTimeout(resolve, this.takes));
    await tx.publish([{ name: 'test.effect', ids: { of: ids.n } }]);
    if (this.failures-- > 0) throw new RangeError('words that a member wrote in confidence');
  }
}

@RunsTimer({ timer: 'test.timer', queue: 'normal' })
export class TestTimer {
  /** How often it sets itself again, a minute later each time. */
  repeats = 0;

  async run(tx: TenantTx, { name, key, ids, dueAt }: DueTimer<'test.timer'>): Promise<void> {
    await tx.publish([{ name: 'test.effect', ids: { of: key } }]);
    if (this.repeats-- > 0) await tx.at(new Date(dueAt.getTime() + 60_000), { name, key, ids });
  }
}

/** One process's worth of queue with jobs of the test's own, on the test's database. */
export function workshop(app: TestApp, jobs: readonly object[], alarm: Alarm = silent) {
  const [catalogue, logger] = [new ReaderCatalogue(), createLogger('silent')];
  const work = new Work(app.application.database, catalogue, alarm);
  const discovery = {
    getProviders: () => jobs.map((instance) => ({ instance, metatype: instance.constructor })),
  } as unknown as DiscoveryService;
  const dispatcher = new Dispatcher(discovery, catalogue, work, logger);
  dispatcher.onModuleInit();
  const sweep = new Sweep(app.application.database, alarm, dispatcher, logger);
  return {
    work,
    dispatcher,
    sweep,
    /** Publishes so many events, each in an act of its own. */
    async happen(tenant: TestTenant, times: number, from = 0): Promise<void> {
      for (let n = from; n < from + times; n++)
        await work.asSystem(tenant.id, 'test', (tx) =>
          tx.publish([{ name: 'test.happened', ids: { n: String(n) } }]),
        );
    },
  };
}
