import { createHash } from 'node:crypto';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Instant, TenantId } from '@yoriai/domain/kernel';
import type { Logger } from 'pino';
import { LOGGER } from '../boot/tokens.js';
import { Database } from '../database/database.js';
import type { TenantTx } from '../work/tenant-tx.js';
import { Work } from '../work/work.js';

const everyMs = 5_000;
/** Events in one transaction. */
const batch = 500;

interface Chain {
  readonly seq: string;
  readonly hash: Buffer;
  /** Up to where events have been read: the transaction that wrote the last one, and its id. */
  readonly writtenBy: string;
  readonly eventId: string;
  /** It, or an event, was written by a transaction that this cluster has not counted yet: it comes from another one. */
  readonly fromElsewhere: boolean;
}
/** As it was stored: its name and ids may be those of an earlier version. */
export interface AuditedEvent {
  readonly id: string;
  readonly name: string;
  readonly ids: Readonly<Record<string, string>>;
  readonly actorId: string | null;
  readonly at: Instant;
}

/** An entry covers the one before, so that a removed or changed one shows. */
export const auditHash = (before: Buffer, { id, name, actorId, ids, at }: AuditedEvent): Buffer =>
  createHash('sha256')
    .update(before)
    .update(JSON.stringify([id, name, actorId, ids, at.toISOString()]))
    .digest();

/**
 * Builds each tenant's audit trail, one entry per event. Ids only; an anonymous act has no actor here either.
 *
 * Events are read in the order of the transactions that wrote them, and only those older than every transaction that is still running: what is
 * committed late comes later and is never passed over. An event beyond the chain's position is work to do.
 */
@Injectable()
export class AuditTrail implements BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private running: Promise<unknown> | null = null;

  constructor(
    private readonly database: Database,
    private readonly work: Work,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.write()
        .catch((error: Error) => this.logger.error({ err: error }, 'the audit trail could not be written'))
        .finally(() => (this.running = null));
    }, everyMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.stopped = true;
    await this.running;
  }

  /** Writes what may be written by now; answers with how many entries. */
  async write(): Promise<number> {
    const tenants = (await this.database.workers.query('select app.behind_in_audit() as id')) as {
      id: TenantId;
    }[];
    let written = 0;
    for (const { id } of tenants)
      for (let rows = batch; rows === batch && !this.stopped; written += rows)
        rows = await this.work.asSystem(id, 'audit.trail', (tx) => this.writeBatch(tx));
    return written;
  }

  /** Of one tenant. */
  async writeBatch(tx: TenantTx): Promise<number> {
    const chain = await this.take(tx);
    if (!chain) return 0;
    if (chain.fromElsewhere) return this.countAnew(tx);
    // A statement of its own, after the lock: it sees all that was committed before.
    const events = await tx.sql(
      'audit.unread',
      `select id, name, ids, actor_id as "actorId", at, written_by as "writtenBy" from domain_event
       where tenant_id = $1 and (written_by, id) > ($2::xid8, $3::uuid) and written_by < pg_snapshot_xmin(pg_current_snapshot())
       order by written_by, id limit ${batch}`,
      [tx.tenantId, chain.writtenBy, chain.eventId],
    );
    const last = events.at(-1);
    if (!last) return 0;
    const hashes: Buffer[] = [];
    for (const event of events) hashes.push(auditHash(hashes.at(-1) ?? chain.hash, event));
    await tx.sql(
      'audit.add',
      `with added as (
         insert into audit_entry (tenant_id, seq, event_id, name, actor_id, ids, at, hash)
         select $1, $2::bigint + e.n, e.id, e.name, e.actor_id, e.ids, e.at, e.hash
         from unnest($3::uuid[], $4::text[], $5::uuid[], $6::jsonb[], $7::timestamptz[], $8::bytea[])
           with ordinality as e (id, name, actor_id, ids, at, hash, n)
       )
       update audit_chain set seq = $2::bigint + $9, hash = $10, written_by = $11, event_id = $12 where tenant_id = $1`,
      [
        tx.tenantId,
        chain.seq,
        events.map(({ id }) => id),
        events.map(({ name }) => name),
        events.map(({ actorId }) => actorId),
        events.map(({ ids }) => JSON.stringify(ids)),
        events.map(({ at }) => at),
        hashes,
        events.length,
        hashes.at(-1) ?? null,
        last.writtenBy,
        last.id,
      ],
    );
    return events.length;
  }

  /** The chain of a tenant grows at one end. Null while another process is at it. */
  private async take(tx: TenantTx): Promise<Chain | null> {
    await tx.sql(
      'audit.begin',
      `insert into audit_chain (tenant_id, seq, hash, written_by, event_id)
       values ($1, 0, '', '0', '00000000-0000-0000-0000-000000000000') on conflict do nothing`,
      [tx.tenantId],
    );
    const [chain] = await tx.sql(
      'audit.take',
      `select seq, hash, written_by as "writtenBy", event_id as "eventId",
              written_by >= pg_snapshot_xmax(pg_current_snapshot()) or coalesce((select e.written_by from domain_event e
                where e.tenant_id = $1 order by e.written_by desc, e.id desc limit 1) >= pg_snapshot_xmax(pg_current_snapshot()), false) as "fromElsewhere"
       from audit_chain where tenant_id = $1 for update skip locked`,
      [tx.tenantId],
    );
    return chain ?? null;
  }

  /**
   * A backup that was restored into another cluster: transactions are counted from a smaller number there. What the trail has read is older
   * than everything to come, and what it has not is written by this transaction, as it were.
   */
  private async countAnew(tx: TenantTx): Promise<number> {
    await tx.sql(
      'audit.count-anew',
      `update domain_event e set written_by = case
         when exists (select from audit_entry a where a.tenant_id = $1 and a.event_id = e.id) then '0' else pg_current_xact_id() end
       where tenant_id = $1`,
      [tx.tenantId],
    );
    await tx.sql(
      'audit.begin-anew',
      `update audit_chain set written_by = '0', event_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff' where tenant_id = $1`,
      [tx.tenantId],
    );
    return 0;
  }
}
