import { createHash } from 'node:crypto';
import { Reads, type BatchReader, type StoredEvent } from '../outbox/reader.js';
import type { TenantTx } from '../work/tenant-tx.js';

/**
 * Builds the tenant's audit trail: one entry per event, each hash covering the one before, so that a removed or changed entry
 * shows. Ids only; an anonymous act has no actor here either.
 */
@Reads({ reader: 'audit.trail', events: '*', queue: 'bulk' })
export class AuditTrail implements BatchReader {
  async handleAll(tx: TenantTx, events: readonly StoredEvent[]): Promise<void> {
    // One batch after another: the chain of a tenant grows at one end.
    await tx.sql('audit.lock', `select pg_advisory_xact_lock(hashtextextended('audit ' || $1, 0))`, [
      tx.tenantId,
    ]);
    const [last] = await tx.sql<{ seq: string; hash: Buffer }>(
      'audit.last',
      `select seq, hash from audit_entry where tenant_id = $1 order by seq desc limit 1`,
      [tx.tenantId],
    );
    const hashes: Buffer[] = [];
    for (const { id, name, actorId, ids, at } of events)
      hashes.push(
        createHash('sha256')
          .update(hashes.at(-1) ?? last?.hash ?? '')
          .update(JSON.stringify([id, name, actorId, ids, at.toISOString()]))
          .digest(),
      );
    await tx.sql(
      'audit.add',
      `insert into audit_entry (tenant_id, seq, event_id, name, actor_id, ids, at, hash)
       select $1, $2 + e.n, e.id, e.name, e.actor_id, e.ids, e.at, e.hash
       from unnest($3::uuid[], $4::text[], $5::uuid[], $6::jsonb[], $7::timestamptz[], $8::bytea[])
         with ordinality as e (id, name, actor_id, ids, at, hash, n)`,
      [
        tx.tenantId,
        Number(last?.seq ?? 0),
        events.map(({ id }) => id),
        events.map(({ name }) => name),
        events.map(({ actorId }) => actorId),
        events.map(({ ids }) => JSON.stringify(ids)),
        events.map(({ at }) => at),
        hashes,
      ],
    );
  }
}
