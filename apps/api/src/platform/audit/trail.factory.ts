import type { TestApp } from '../testing/start-app.js';
import { auditHash, type AuditedEvent } from './audit-trail.js';

/** What is kept of one tenant's trail: its entries, where the chain ends, and what came before the first entry. */
export interface Trail {
  readonly entries: readonly (AuditedEvent & { readonly seq: number; readonly hash: Buffer })[];
  readonly chain: {
    readonly seq: number;
    readonly hash: Buffer;
    readonly goneSeq: number;
    readonly goneHash: Buffer;
  };
}

export async function readTrail(app: TestApp, tenantId: string): Promise<Trail> {
  const entries = await app.sql<Trail['entries'][number]>(
    `select seq::int, event_id as id, name, actor_id as "actorId", ids, at, hash from audit_entry where tenant_id = $1 order by seq`,
    [tenantId],
  );
  const [chain] = await app.sql<Trail['chain']>(
    `select seq::int, hash, gone_seq::int as "goneSeq", gone_hash as "goneHash" from audit_chain where tenant_id = $1`,
    [tenantId],
  );
  return { entries, chain: chain ?? { seq: 0, hash: Buffer.of(), goneSeq: 0, goneHash: Buffer.of() } };
}

/** The number of the first entry that is not what the chain says, or that is missing; null for a whole trail. */
export function brokenAt({ entries, chain }: Trail): number | null {
  let [seq, hash] = [chain.goneSeq, chain.goneHash];
  for (const entry of entries) {
    hash = auditHash(hash, entry);
    seq += 1;
    if (entry.seq !== seq || !hash.equals(entry.hash)) return entry.seq;
  }
  return seq === chain.seq && hash.equals(chain.hash) ? null : seq + 1;
}
