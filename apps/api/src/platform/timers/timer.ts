import type { Instant } from '@yoriai/domain/kernel';
import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { QueueName } from '../queue/queues.js';
import type { TenantTx } from '../work/tenant-tx.js';

export interface DueTimer {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly ids: Readonly<Record<string, string>>;
  /** The moment it was set for, whatever retries came since. */
  readonly dueAt: Instant;
}

export interface TimerJobSpec {
  /** One name, or several that the same job runs. */
  readonly timer: string | readonly string[];
  readonly queue: QueueName;
}

/**
 * What no rollback can undo, such as a talk with a mail server: done after the commit. Whoever returns it has set the timer
 * again before, in case the process dies in between.
 */
export type Afterwards = () => Promise<void>;

/** What a job that runs timers looks like. It runs inside a transaction that also marks the timer as done. */
export interface TimerRunner {
  run(tx: TenantTx, timer: DueTimer): Promise<Afterwards | void>;
}

export const runsTimerMetadata = 'yoriai:runs-timer';

export const RunsTimer = (spec: TimerJobSpec): ClassDecorator =>
  applyDecorators(Injectable(), SetMetadata(runsTimerMetadata, spec));
