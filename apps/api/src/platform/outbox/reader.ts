import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { Job, NoOther } from '../queue/job.js';
import type { QueueName } from '../queue/queues.js';
import type { TenantTx } from '../work/tenant-tx.js';
import type { EventName, StoredEvent } from './event.js';

export type { StoredEvent } from './event.js';

export interface ReaderSpec<Name extends EventName = EventName> {
  /** `<feature>.<what it does>`, a literal that never changes: deliveries are stored under it. */
  readonly reader: string;
  readonly events: readonly Name[];
  readonly queue: QueueName;
}

/** The shape of a job that reads events. It runs inside a transaction that also marks its delivery as done. */
export interface EventReader<Name extends EventName = EventName> {
  /** A property and no method: of methods the compiler would let one pass that takes only some of the events. */
  readonly handle: (tx: TenantTx, event: StoredEvent<Name>) => Promise<void>;
}

export const readsMetadata = 'yoriai:reads';

/** Declares a job that reads events: its `handle` takes exactly these. At-least-once: the same event may come again, never at the same time. */
export const Reads =
  <const Name extends EventName>(spec: ReaderSpec<Name>) =>
  <Taken extends StoredEvent = never>(
    job: Job<EventReader<Name>> &
      Job<{ readonly handle: (tx: TenantTx, event: Taken) => Promise<void> }> &
      NoOther<Name, Taken['name']>,
  ): void =>
    applyDecorators(Injectable(), SetMetadata(readsMetadata, spec))(job);
