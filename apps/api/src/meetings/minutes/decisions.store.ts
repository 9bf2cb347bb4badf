import type { AudienceId, MeetingId } from '@yoriai/domain/kernel';
import type { Decision, DecisionId } from '@yoriai/domain/meetings';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `id, group_id as "groupId", meeting_id as "meetingId", recorded_by as "recordedBy", text, recorded_at as "recordedAt"`;

export const decisionsStore = {
  async byIds(tx: TenantTx, ids: readonly DecisionId[]): Promise<Map<DecisionId, Decision>> {
    const rows = await tx.sql(
      'decisions.by-ids',
      `select ${columns} from meeting_decision where tenant_id = $1 and id = any ($2::uuid[]) and withdrawn_at is null`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((decision) => [decision.id, decision]));
  },

  /** In the order in which they were made. */
  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, Decision[]>> {
    const rows = await tx.sql(
      'decisions.of-meetings',
      `select ${columns} from meeting_decision where tenant_id = $1 and meeting_id = any ($2::uuid[]) and withdrawn_at is null
       order by recorded_at, id`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, (row) => row.meetingId);
  },

  async insert(tx: TenantTx, decision: Decision, audienceId: AudienceId): Promise<void> {
    await tx.insert('meeting_decision', { ...decision, audienceId });
  },

  async withdraw(tx: TenantTx, id: DecisionId): Promise<void> {
    await tx.update('meeting_decision', { id }, { withdrawnAt: tx.now });
  },
};
