import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { TenantId } from '@yoriai/domain/kernel';
import { refuse } from '../../platform/errors/must.js';
import { unreadable, type RosterFile } from './read-roster-file.js';

/** Rosters of one organisation come one after the other, and so many may wait. */
const mostWaiting = 3;
/** Of all organisations together so many are read and imported at a time: the others keep the rest of the connections. */
const mostAtOnce = 3;
/** A file of 1 MB takes well under a second; a file that takes longer than this is refused. */
const longestReading = 30_000;

/** Tools and tests run the source, the server what was built. */
const isSource = import.meta.url.endsWith('.ts');
const thread = new URL(`./roster.thread.${isSource ? 'ts' : 'js'}`, import.meta.url);
const execArgv = isSource
  ? ['--import', new URL('../../../../../tools/typescript.mjs', import.meta.url).href]
  : [];

/** Reads rosters in a worker thread, a few at a time, so that the main thread stays free for requests. */
@Injectable()
export class RosterReader implements OnModuleDestroy {
  private readonly last = new Map<TenantId, { waiting: number; turn: Promise<unknown> }>();
  private running = 0;
  private readonly queue: (() => void)[] = [];
  private worker: Worker | null = null;
  private reading: Promise<unknown> = Promise.resolve();

  /** Runs what reads or imports a roster when it is the organisation's turn; refuses with ROSTER_BUSY when several wait already. */
  async inTurn<T>(tenantId: TenantId, job: () => Promise<T>): Promise<T> {
    const line = this.last.get(tenantId) ?? { waiting: 0, turn: Promise.resolve() };
    if (line.waiting > mostWaiting) refuse({ code: 'ROSTER_BUSY' });
    line.waiting += 1;
    const mine = line.turn.then(() => this.atOnce(job));
    line.turn = mine.catch(() => undefined);
    this.last.set(tenantId, line);
    try {
      return await mine;
    } finally {
      line.waiting -= 1;
      if (line.waiting === 0) this.last.delete(tenantId);
    }
  }

  private async atOnce<T>(job: () => Promise<T>): Promise<T> {
    if (this.running >= mostAtOnce) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.running += 1;
    try {
      return await job();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  /** What the file says; BAD_USER_INPUT when it is no base64. One file after the other, in one thread that stays. */
  async read(base64: string): Promise<RosterFile> {
    const mine = this.reading.then(() => this.ask(base64));
    this.reading = mine.catch(() => undefined);
    const file = await mine;
    return file ?? refuse({ code: 'BAD_USER_INPUT', field: 'base64', rule: 'MALFORMED' } as { code: string });
  }

  private async ask(base64: string): Promise<RosterFile | null> {
    this.worker ??= new Worker(thread, { execArgv, resourceLimits: { maxOldGenerationSizeMb: 256 } });
    const worker = this.worker;
    worker.ref();
    try {
      const answer = once(worker, 'message', { signal: AbortSignal.timeout(longestReading) });
      worker.postMessage(base64);
      const [file] = (await answer) as [RosterFile | null];
      // It waits for the next file without keeping the process alive.
      worker.unref();
      return file;
    } catch (error) {
      this.worker = null;
      await worker.terminate();
      if ((error as Error).name !== 'AbortError' && (error as { code?: string }).code !== outOfMemory)
        throw error;
      return unreadable('FILE_UNREADABLE');
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.terminate();
  }
}
const outOfMemory = 'ERR_WORKER_OUT_OF_MEMORY';
