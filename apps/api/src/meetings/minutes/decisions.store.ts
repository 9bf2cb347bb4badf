import type { AudienceId, MeetingId } from '@yoriai/domain/kernel';
import type { Decision, DecisionId } from '@yoriai/domain/meetings';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { DecisionEntity } from './decision.entity.js';

const columns = `id, group_id as "groupId", meeting_id as "meetingId", recorded_by as "recordedBy", text, recorded_at as "recordedAt"`;

export const decisionsStore = {
  async byIds(tx: TenantTx, ids: readonly DecisionId[]): Promise<Map<DecisionId, Decision>> {
    const rows = await tx.sql<Decision>(
      'decisions.by-ids',
      `select ${columns} from meeting_decision where tenant_id = $1 and id = any ($2::uuid[]) and withdrawn_at is null`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((decision) => [decision.id, decision]));
  },

  /** In the order in which they were made. */
  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, Decision[]>> {
    const rows = await tx.sql<Decision>(
      'decisions.of-meetings',
      `select ${columns} from meeting_decision where tenant_id = $1 and meeting_id = any ($2::uuid[]) and withdrawn_at is null
       order by recorded_at, id`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, (row) => row.meetingId);
  },

  async insert(tx: TenantTx, decision: Decision, audienceId: AudienceId): Promise<void> {
    await tx.manager.insert(DecisionEntity, {
      ...decision,
      audienceId,
      tenantId: tx.tenantId,
      withdrawnAt: null,
    } as object);
  },

  async withdraw(tx: TenantTx, id: DecisionId): Promise<void> {
    await tx.manager.update(DecisionEntity, { tenantId: tx.tenantId, id }, { withdrawnAt: new Date(tx.now) });
  },
};
