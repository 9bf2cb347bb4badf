import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Instant } from '@yoriai/domain/kernel';
import type { Logger } from 'pino';
import { LOGGER } from '../boot/tokens.js';
import { Database } from '../database/database.js';
import { Alarm } from './alarm.js';
import type { DueWork } from '../work/tenant-tx.js';
import { Dispatcher } from './dispatcher.js';

const everyMs = 5_000;
/** After this long the sweep does the work itself, so that losing the queue loses nothing. */
const queueTimeoutMs = 10_000;
const batch = 500;
/** A process whose clock is this far from the database's refuses to work. */
const mostSkewMs = 1_000;

/** What is due of all tenants; timers of the names in $1 are left out. */
export const dueStatement = `
  (select 'delivery' as table, tenant_id, id, queue, due_at, attempts, app.now() as now from delivery
    where state = 'DUE' and due_at <= app.now() order by due_at limit ${batch})
  union all
  (select 'timer', tenant_id, id, queue, due_at, attempts, app.now() from timer
    where state = 'DUE' and due_at <= app.now() and name <> all ($1) order by due_at limit ${batch})
  order by due_at, id`;

interface Due extends DueWork {
  readonly late: boolean;
}

/** Looks, by the database's clock, for all due deliveries and timers, and wakes the workers for them. */
@Injectable()
export class Sweep implements BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly alarm: Alarm,
    private readonly dispatcher: Dispatcher,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Looks at once: a process that starts after a crash takes up the work without waiting. */
  start(): void {
    const look = (): void => {
      this.running ??= this.once()
        .catch((error: Error) => this.logger.error({ err: error }, 'the sweep could not look'))
        .finally(() => (this.running = null));
    };
    look();
    this.timer = setInterval(look, everyMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private async once(): Promise<void> {
    this.dispatcher.resting = !(await this.clockAgrees());
    if (this.dispatcher.resting) return;
    const due = await this.due();
    this.alarm.wake(due);
    for (const one of due.filter(({ late }) => late)) await this.dispatcher.run(one);
  }

  /**
   * Runs everything that is due, and what that makes due, until nothing is. For the demo, development and tests; timers of the
   * names in `except` are left for later.
   */
  async drain(except: readonly string[] = []): Promise<number> {
    let idle = 0;
    for (let done = 0; ;) {
      const due = await this.due(except);
      if (due.length === 0) return done;
      const before = this.dispatcher.counts.done;
      for (const one of due) await this.dispatcher.run(one);
      done += this.dispatcher.counts.done - before;
      // Another worker may hold the rest; after a second it counts as stuck.
      idle = this.dispatcher.counts.done === before ? idle + 1 : 0;
      if (idle > 50) throw new Error(`Work does not come to an end: ${due.map((one) => one.id).join(', ')}`);
      if (idle > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private async due(except: readonly string[] = []): Promise<Due[]> {
    const rows = (await this.database.workers.query(dueStatement, [except])) as {
      table: 'delivery' | 'timer';
      tenant_id: string;
      id: string;
      queue: string;
      due_at: Instant;
      attempts: number;
      now: Instant;
    }[];
    return rows.map((row) => ({
      table: row.table,
      tenantId: row.tenant_id,
      id: row.id,
      queue: row.queue,
      dueAt: row.due_at,
      attempt: row.attempts,
      late: row.now.getTime() - row.due_at.getTime() > queueTimeoutMs,
    }));
  }

  private async clockAgrees(): Promise<boolean> {
    const before = Date.now();
    const [row] = (await this.database.workers.query(`select clock_timestamp() as now`)) as {
      now: Instant;
    }[];
    const after = Date.now();
    const theirs = row?.now.getTime() ?? 0;
    const skew = theirs < before ? before - theirs : Math.max(0, theirs - after);
    if (skew <= mostSkewMs) return true;
    this.logger.error({ skew }, "this machine's clock is too far from the database's: it does not work");
    return false;
  }
}
