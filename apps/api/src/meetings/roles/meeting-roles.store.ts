import type { GroupId, Instant, MeetingId, MemberId } from '@yoriai/domain/kernel';
import type { Meeting, MeetingRole, RoleDeclined, RoleHeld } from '@yoriai/domain/meetings';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

export const meetingRolesStore = {
  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, RoleHeld[]>> {
    const rows = await tx.sql(
      'meeting-roles.of-meetings',
      `select meeting_id as "meetingId", role, member_id as "memberId", because from meeting_role
       where tenant_id = $1 and meeting_id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, (row) => row.meetingId);
  },

  async declined(tx: TenantTx, meetingId: MeetingId): Promise<RoleDeclined[]> {
    return tx.sql(
      'meeting-roles.declined',
      `select role, member_id as "memberId" from meeting_role_declined where tenant_id = $1 and meeting_id = $2`,
      [tx.tenantId, meetingId],
    );
  },

  /** Who did what how often at those meetings, and when last. */
  async turns(
    tx: TenantTx,
    groupId: GroupId,
  ): Promise<{ memberId: MemberId; role: MeetingRole; times: number; last: Instant }[]> {
    return tx.sql(
      'meeting-roles.turns',
      `select r.member_id as "memberId", r.role, count(*)::int as times, max(m.starts_at) as last
       from meeting_role r join meeting m on m.tenant_id = r.tenant_id and m.id = r.meeting_id
       where r.tenant_id = $1 and r.group_id = $2 and m.status <> 'CANCELLED' and m.ends_at <= $3
       group by r.member_id, r.role`,
      [tx.tenantId, groupId, tx.now],
    );
  },

  async give(tx: TenantTx, meeting: Meeting, held: RoleHeld): Promise<void> {
    await tx.sql(
      'meeting-roles.give',
      `insert into meeting_role (tenant_id, meeting_id, role, group_id, member_id, because, set_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (tenant_id, meeting_id, role) do update
         set member_id = excluded.member_id, because = excluded.because, set_at = excluded.set_at`,
      [tx.tenantId, meeting.id, held.role, meeting.groupId, held.memberId, held.because, tx.now],
    );
  },
  async free(tx: TenantTx, meetingId: MeetingId, role: MeetingRole): Promise<void> {
    await tx.sql(
      'meeting-roles.free',
      `delete from meeting_role where tenant_id = $1 and meeting_id = $2 and role = $3`,
      [tx.tenantId, meetingId, role],
    );
  },
  async noteDeclined(tx: TenantTx, meeting: Meeting, { role, memberId }: RoleDeclined): Promise<void> {
    await tx.sql(
      'meeting-roles.note-declined',
      `insert into meeting_role_declined (tenant_id, meeting_id, role, member_id, group_id, declined_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [tx.tenantId, meeting.id, role, memberId, meeting.groupId, tx.now],
    );
  },
};
