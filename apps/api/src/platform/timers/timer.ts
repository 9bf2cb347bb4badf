import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { Job, NoOther } from '../queue/job.js';
import type { QueueName } from '../queue/queues.js';
import type { TenantTx } from '../work/tenant-tx.js';
import type { DueTimer, TimerName } from './timers.js';

export type { DueTimer } from './timers.js';

export interface TimerJobSpec<Name extends TimerName = TimerName> {
  /** One name, or several that the same job runs. */
  readonly timer: Name | readonly Name[];
  readonly queue: QueueName;
}

/**
 * Work that no rollback can undo, such as sending to a mail server: done after the commit. A job that returns it has set the timer
 * again before, in case the process dies in between.
 */
export type Afterwards = () => Promise<void>;

/** The shape of a job that runs timers. It runs inside a transaction that also marks the timer as done. */
export interface TimerRunner<Name extends TimerName = TimerName> {
  readonly run: (tx: TenantTx, timer: DueTimer<Name>) => Promise<Afterwards | void>;
}

export const runsTimerMetadata = 'yoriai:runs-timer';

/** Declares a job that runs timers: its `run` takes exactly these. */
export const RunsTimer =
  <const Name extends TimerName>(spec: TimerJobSpec<Name>) =>
  <Taken extends DueTimer = never>(
    job: Job<TimerRunner<Name>> &
      Job<{ readonly run: (tx: TenantTx, timer: Taken) => Promise<Afterwards | void> }> &
      NoOther<Name, Taken['name']>,
  ): void =>
    applyDecorators(Injectable(), SetMetadata(runsTimerMetadata, spec))(job);
