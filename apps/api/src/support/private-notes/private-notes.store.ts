import type { MemberId } from '@yoriai/domain/kernel';
import type { PrivateNote, PrivateNoteId, SupportRequestId } from '@yoriai/domain/support';
import type { Page } from '../../platform/graphql/connection.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `n.id, n.request_id as "requestId", n.reader_id as "readerId", n.by_asker as "byAsker", n.body, n.created_at as "createdAt"`;

/** Row-level security shows a note to its two people alone. */
export const privateNotesStore = {
  async insert(tx: TenantTx, note: PrivateNote): Promise<void> {
    await tx.insert('private_note', {
      id: note.id,
      requestId: note.requestId,
      readerId: note.readerId,
      byAsker: note.byAsker,
      body: note.body,
      createdAt: note.createdAt,
    });
  },

  /** The readers with whom the viewer shares notes on this request. */
  async writersOf(tx: TenantTx, requestId: SupportRequestId): Promise<Set<MemberId>> {
    const rows = await tx.sql(
      'notes.readers',
      `select distinct reader_id from private_note where tenant_id = $1 and request_id = $2`,
      [tx.tenantId, requestId],
    );
    return new Set(rows.map((row) => row.reader_id));
  },

  async byIds(tx: TenantTx, ids: readonly PrivateNoteId[]): Promise<PrivateNote[]> {
    return tx.sql(
      'notes.by-ids',
      `select ${columns} from private_note n where n.tenant_id = $1 and n.id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
  },

  /** True when there was one to remove. */
  async remove(tx: TenantTx, id: PrivateNoteId): Promise<boolean> {
    const rows = await tx.sql(
      'notes.remove',
      `delete from private_note where tenant_id = $1 and id = $2 returning id`,
      [tx.tenantId, id],
    );
    return rows.length > 0;
  },

  /** Oldest first; `first + 1` of each request. */
  async ofRequests(tx: TenantTx, ids: readonly SupportRequestId[], page: Page): Promise<PrivateNote[]> {
    return tx.sql(
      'notes.of-requests',
      `select t.* from unnest($2::uuid[]) as wanted (id) cross join lateral (
         select ${columns} from private_note n where n.tenant_id = $1 and n.request_id = wanted.id
           and ($3::timestamptz is null or (n.created_at, n.id) > ($3, $4::uuid)) order by n.created_at, n.id limit $5) t`,
      [tx.tenantId, [...ids], page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
    );
  },
};
