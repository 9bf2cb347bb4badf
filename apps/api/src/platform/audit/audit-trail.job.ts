import { createHash } from 'node:crypto';
import { Reads, type EventReader, type StoredEvent } from '../outbox/reader.js';
import type { TenantTx } from '../work/tenant-tx.js';

/**
 * Builds the tenant's audit trail: one entry per event, each hash covering the one before, so that a removed or changed entry
 * shows. Ids only; an anonymous act has no actor here either.
 */
@Reads({ reader: 'audit.trail', events: '*', queue: 'bulk' })
export class AuditTrail implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    // One entry after another: the chain of a tenant grows at one end.
    await tx.sql('audit.lock', `select pg_advisory_xact_lock(hashtextextended('audit ' || $1, 0))`, [
      tx.tenantId,
    ]);
    const [last] = await tx.sql<{ seq: string; hash: Buffer }>(
      'audit.last',
      `select seq, hash from audit_entry where tenant_id = $1 order by seq desc limit 1`,
      [tx.tenantId],
    );
    const entry = JSON.stringify([event.id, event.name, event.actorId, event.ids, event.at.toISOString()]);
    const hash = createHash('sha256')
      .update(last?.hash ?? '')
      .update(entry)
      .digest();
    await tx.sql(
      'audit.add',
      `insert into audit_entry (tenant_id, seq, event_id, name, actor_id, ids, at, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (tenant_id, event_id) do nothing`,
      [
        tx.tenantId,
        Number(last?.seq ?? 0) + 1,
        event.id,
        event.name,
        event.actorId,
        JSON.stringify(event.ids),
        event.at,
        hash,
      ],
    );
  }
}
