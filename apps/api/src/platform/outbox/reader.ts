import type { Instant } from '@yoriai/domain/kernel';
import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { QueueName } from '../queue/queues.js';
import type { TenantTx } from '../work/tenant-tx.js';

export interface StoredEvent {
  readonly id: string;
  readonly name: string;
  readonly ids: Readonly<Record<string, string>>;
  /** Null for the system and for anonymous acts. */
  readonly actorId: string | null;
  readonly at: Instant;
}

export interface ReaderSpec {
  /** `<feature>.<what it does>`, a literal that never changes: deliveries are stored under it. */
  readonly reader: string;
  readonly events: readonly string[];
  readonly queue: QueueName;
}

/** What a job that reads events looks like. It runs inside a transaction that also marks its delivery as done. */
export interface EventReader {
  handle(tx: TenantTx, event: StoredEvent): Promise<void>;
}

export const readsMetadata = 'yoriai:reads';

/** Declares a job that reads events. At-least-once: the same event may come again, never at the same time. */
export const Reads = (spec: ReaderSpec): ClassDecorator =>
  applyDecorators(Injectable(), SetMetadata(readsMetadata, spec));
