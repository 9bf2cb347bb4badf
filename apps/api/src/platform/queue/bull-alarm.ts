import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  createPostgresBackend,
  Queue,
  Worker,
  type Processor,
  type QueueOptions,
  type WorkerOptions,
} from 'bullmq';
import pg from 'pg';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { CONFIG, LOGGER, OWNER_URL } from '../boot/tokens.js';
import type { Config } from '../config.js';
import { roleUrl } from '../database/roles.js';
import type { DueWork } from '../work/tenant-tx.js';
import { Alarm } from './alarm.js';
import { concurrency, queueNames, type QueueName } from './queues.js';

/** Ids only: the row says everything else. */
export interface JobData {
  readonly table: 'delivery' | 'timer';
  readonly tenantId: string;
  readonly id: string;
}

/** BullMQ over Postgres or Redis: it wakes the pool of workers. No other file knows BullMQ. */
@Injectable()
export class BullAlarm extends Alarm implements OnApplicationShutdown {
  private readonly queues = new Map<string, Queue>();
  private readonly workers: Worker[] = [];
  private readonly pool: pg.Pool | null = null;
  private readonly redis: Redis[] = [];
  /** Wakes no worker: the sweep finds everything. */
  quiet = false;
  private closing = false;
  private complainedAt = -Infinity;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(OWNER_URL) ownerUrl: string,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super();
    if (!config.redisUrl) {
      this.pool = new pg.Pool({
        connectionString: roleUrl(ownerUrl, 'worker_rt'),
        // Each worker holds one connection to listen on; the others come and go.
        max: 10,
        application_name: 'yoriai queue',
        options: '-c search_path=bullmq',
        keepAlive: true,
      });
      this.pool.on('error', (error) => this.complain(error));
    }
    for (const name of queueNames) {
      const queue = this.build(Queue, name, undefined) as Queue;
      queue.on('error', (error) => this.complain(error));
      this.queues.set(name, queue);
    }
  }

  wake(due: readonly DueWork[]): void {
    if (this.closing || this.quiet) return;
    // One by one: BullMQ's addBulk makes a temporary table per call and wants the right to create sequences.
    for (const { queue, table, tenantId, id, attempt } of due)
      void this.queues
        .get(queue)
        // Each attempt has one wake; when two processes ask, the queue drops the second.
        ?.add(table, { table, tenantId, id } satisfies JobData, {
          jobId: `${id}-${attempt}`,
          removeOnComplete: true,
          removeOnFail: true,
        })
        .catch((error: Error) => this.complain(error));
  }

  /** Starts the workers of this process. `run` must not throw: what fails is written down in the row. */
  work(run: (job: JobData) => Promise<void>): void {
    for (const name of queueNames) {
      const worker = this.build(Worker, name, async (job: { data: JobData }) => run(job.data)) as Worker;
      worker.on('error', (error) => this.complain(error));
      this.workers.push(worker);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    // BullMQ's worker may wait for minutes for a lost server. Work that is cut off here is still due in its row.
    await atMost(5_000, ...this.workers.map((worker) => worker.close()));
    await atMost(1_000, ...[...this.queues.values()].map((queue) => queue.close()));
    for (const redis of this.redis) redis.disconnect();
    if (this.pool) await atMost(1_000, this.pool.end());
  }

  private build(
    kind: typeof Queue | typeof Worker,
    name: QueueName,
    processor: Processor | undefined,
  ): Queue | Worker {
    // After kill -9 a job is retried within seconds and without limit; BullMQ's defaults take a minute and give up.
    const settings = {
      concurrency: concurrency[name],
      lockDuration: 6_000,
      stalledInterval: 3_000,
      maxStalledCount: 1_000,
      skipVersionCheck: true,
    };
    if (this.pool) {
      const options = { connection: this.pool, ...settings };
      return kind === Queue
        ? new Queue(name, options as never, slowlyFailingBackend as never)
        : new Worker(name, processor, options as never, slowlyFailingBackend as never);
    }
    const connection = new Redis(this.config.redisUrl ?? '', { maxRetriesPerRequest: null });
    connection.on('error', (error) => this.complain(error));
    this.redis.push(connection);
    const options = { connection, prefix: 'yoriai', ...settings };
    return kind === Queue
      ? new Queue(name, options as unknown as QueueOptions)
      : new Worker(name, processor, options as unknown as WorkerOptions);
  }

  /** Once a minute is enough: a lost queue fails every call. */
  private complain(error: Error): void {
    const now = performance.now();
    if (this.closing || now - this.complainedAt < 60_000) return;
    this.complainedAt = now;
    this.logger.warn({ err: error }, 'the queue could not be reached; the sweep carries on');
  }
}

/**
 * BullMQ's worker asks again at once after a failure, and its backend remembers for ever that it was not ready: a worker that begins
 * while Postgres or the queue's schema is away would turn in microtasks, and the process would never answer anything again. Here a
 * failure takes a second, and the next try looks anew.
 */
const slowlyFailingBackend: typeof createPostgresBackend = (...args) => {
  const backend = createPostgresBackend(...args);
  const { connection } = backend;
  const slowly = async (error: unknown): Promise<never> => {
    (connection as unknown as { readyPromise: unknown }).readyPromise = undefined;
    await pause(1_000, undefined, { ref: false });
    throw error;
  };
  const waitUntilReady = connection.waitUntilReady.bind(connection);
  connection.waitUntilReady = () => waitUntilReady().catch(slowly);
  const moveToActive = backend.moveToActive.bind(backend);
  backend.moveToActive = (token, name) => moveToActive(token, name).catch(slowly);
  return backend;
};

/** Until all of them have ended, well or not, or so many milliseconds have gone by. */
async function atMost(ms: number, ...ends: readonly Promise<unknown>[]): Promise<void> {
  let timeout: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => (timeout = setTimeout(resolve, ms)));
  await Promise.race([Promise.allSettled(ends), enough]);
  clearTimeout(timeout);
}
