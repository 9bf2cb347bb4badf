import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { TenantId } from '@yoriai/domain/kernel';
import type { Logger } from 'pino';
import { LOGGER } from '../boot/tokens.js';
import { ReaderCatalogue } from '../outbox/reader-catalogue.js';
import { readsMetadata, type EventReader, type ReaderSpec, type StoredEvent } from '../outbox/reader.js';
import {
  runsTimerMetadata,
  type Afterwards,
  type TimerJobSpec,
  type TimerRunner,
  type DueTimer,
} from '../timers/timer.js';
import { Work } from '../work/work.js';
import type { TenantTx } from '../work/tenant-tx.js';
import type { JobData } from './bull-alarm.js';

/** Seconds until the next attempt: 1, 4, 9 … 5 minutes at most. */
const backoffSeconds = (attempts: number): number => Math.min(300, attempts * attempts);
/** After this many failures an operator looks into it; `/metrics` counts them. */
const mostAttempts = 30;

/** Runs a delivery or timer: finds the job's class, locks the row, does the work and marks it done in one transaction. */
@Injectable()
export class Dispatcher implements OnModuleInit {
  private readonly readers = new Map<string, EventReader>();
  private readonly timers = new Map<string, TimerRunner>();
  /** Since the process began; `/metrics` shows them. */
  readonly counts = { done: 0, retried: 0, failed: 0 };
  /** Set while this machine's clock is too far off: its work is left to other workers, or to later. */
  resting = false;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly catalogue: ReaderCatalogue,
    private readonly work: Work,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Boot fails when two jobs claim the same reader or timer. */
  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!instance || !metatype) continue;
      const reads = Reflect.getMetadata(readsMetadata, metatype) as ReaderSpec | undefined;
      if (reads) {
        if (this.readers.has(reads.reader)) throw new Error(`Two jobs read as ${reads.reader}`);
        this.readers.set(reads.reader, instance as EventReader);
        this.catalogue.addReader(reads.reader, reads.queue, reads.events);
      }
      const runs = Reflect.getMetadata(runsTimerMetadata, metatype) as TimerJobSpec | undefined;
      for (const name of runs ? [runs.timer].flat() : []) {
        if (this.timers.has(name)) throw new Error(`Two jobs run the timer ${name}`);
        this.timers.set(name, instance as TimerRunner);
        this.catalogue.addTimer(name, runs!.queue);
      }
    }
  }

  /** Runs one delivery or timer if it is still due and no other worker holds it. Never throws: a failure is written into the row. */
  async run({ table, tenantId, id }: JobData): Promise<void> {
    if (this.resting) return;
    const tenant = tenantId as TenantId;
    try {
      const did = await this.work.asSystem<boolean | Afterwards>(tenant, table, (tx) =>
        table === 'delivery' ? this.deliver(tx, id) : this.runTimer(tx, id),
      );
      this.counts.done += did ? 1 : 0;
      if (typeof did === 'function') await did();
    } catch (error) {
      this.logger.error({ err: error, table, id }, 'a job failed and will be tried again');
      await this.work
        .asSystem(tenant, `${table}.failed`, (tx) => this.recordFailure(tx, table, id, error))
        .catch((cause: Error) =>
          this.logger.error({ err: cause, table, id }, 'a failure could not be written down'),
        );
    }
  }

  /**
   * Whether it was still to be done. It is marked with the lock that is taken on it; if the reader fails, the mark is rolled back
   * with the rest.
   */
  private async deliver(tx: TenantTx, id: string): Promise<boolean> {
    const [first] = await tx.sql(
      'dispatcher.take-delivery',
      `with taken as (
         select reader, event_id from delivery
         where tenant_id = $1 and id = $2 and state = 'DUE' and due_at <= $3 for update skip locked
       ), done as (
         update delivery set state = 'DONE', done_at = $3, last_error = null
         where tenant_id = $1 and id = $2 and exists (select from taken)
       )
       select t.reader, e.id, e.name, e.ids, e.actor_id as "actorId", e.at from taken t
       join domain_event e on e.tenant_id = $1 and e.id = t.event_id`,
      [tx.tenantId, id, tx.now],
    );
    if (!first) return false;
    const { reader: name, ...event } = first;
    const reader = this.readers.get(name);
    if (!reader) throw new Error(`No reader is called ${name}`);
    // The catalogue has given each reader the names that its class declares.
    await reader.handle(tx, event as StoredEvent);
    return true;
  }

  private async runTimer(tx: TenantTx, id: string): Promise<boolean | Afterwards> {
    // Marked first, so that a job may set its own timer again.
    const [row] = await tx.sql(
      'dispatcher.take-timer',
      `with taken as (
         select id, name, key, ids, promised_for from timer
         where tenant_id = $1 and id = $2 and state = 'DUE' and due_at <= $3 for update skip locked
       ), done as (
         update timer set state = 'DONE', done_at = $3, last_error = null
         where tenant_id = $1 and id = $2 and exists (select from taken)
       )
       select id, name, key, ids, promised_for as "dueAt" from taken`,
      [tx.tenantId, id, tx.now],
    );
    if (!row) return false;
    const runner = this.timers.get(row.name);
    if (!runner) throw new Error(`No job runs the timer ${row.name}`);
    return (await runner.run(tx, row as DueTimer)) ?? true;
  }

  private async recordFailure(
    tx: TenantTx,
    table: 'delivery' | 'timer',
    id: string,
    error: unknown,
  ): Promise<void> {
    const [row] = await tx.sql(
      `dispatcher.${table}-attempt`,
      `select attempts from ${table} where tenant_id = $1 and id = $2 and state = 'DUE' for update`,
      [tx.tenantId, id],
    );
    if (!row) return;
    const attempts = row.attempts + 1;
    const failed = attempts >= mostAttempts;
    this.counts[failed ? 'failed' : 'retried'] += 1;
    await tx.sql(
      `dispatcher.${table}-failed`,
      `update ${table} set attempts = $3, state = $4, due_at = $5::timestamptz + make_interval(secs => $6), last_error = $7,
              done_at = case when $4 = 'FAILED' then $5::timestamptz end
       where tenant_id = $1 and id = $2`,
      [
        tx.tenantId,
        id,
        attempts,
        failed ? 'FAILED' : 'DUE',
        tx.now,
        backoffSeconds(attempts),
        // The kind of failure only: its message may quote what people wrote.
        error instanceof Error
          ? `${error.name} ${(error as { code?: string }).code ?? ''}`.trim()
          : 'unknown',
      ],
    );
  }
}
