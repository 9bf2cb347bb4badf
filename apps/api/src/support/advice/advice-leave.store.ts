import type { MemberId } from '@yoriai/domain/kernel';
import type { SupportRequestId } from '@yoriai/domain/support';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** アドバイスしてもいいですか: shown by row-level security to who asked it and to the asker of the request. */
export const adviceLeaveStore = {
  async ask(tx: TenantTx, requestId: SupportRequestId, memberId: MemberId): Promise<void> {
    await tx.insert('support_leave_question', { requestId, memberId, createdAt: tx.now });
  },

  /** Those who asked, as far as the reader of this transaction may know. */
  async askedBy(tx: TenantTx, requestId: SupportRequestId): Promise<MemberId[]> {
    const rows = await tx.sql(
      'leave.asked-by',
      `select member_id from support_leave_question where tenant_id = $1 and request_id = $2 order by created_at, member_id`,
      [tx.tenantId, requestId],
    );
    return rows.map((row) => row.member_id);
  },

  /** Where the viewer has asked, or is being asked. */
  async askedAmong(tx: TenantTx, ids: readonly SupportRequestId[]): Promise<Map<SupportRequestId, boolean>> {
    const rows = await tx.sql(
      'leave.asked-among',
      `select distinct request_id from support_leave_question where tenant_id = $1 and request_id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((row) => [row.request_id, true]));
  },
};
