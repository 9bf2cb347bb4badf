import type { GroupId, MeetingId, MemberId } from '@yoriai/domain/kernel';
import type { Meeting } from '@yoriai/domain/meetings';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

export interface Handover {
  readonly meetingId: MeetingId;
  /** Who was asked to run it; null once that was taken back. */
  readonly memberId: MemberId | null;
}

/** Who was asked to run a meeting beside the facilitators. */
export const handoversStore = {
  /** Null takes it back; true when it says something new. */
  async handOver(tx: TenantTx, meeting: Meeting, to: MemberId | null, by: MemberId): Promise<boolean> {
    const rows = await tx.sql(
      'handovers.hand-over',
      `insert into meeting_handover as h (tenant_id, meeting_id, group_id, member_id, given_by, given_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant_id, meeting_id) do update
         set member_id = excluded.member_id, given_by = excluded.given_by, given_at = excluded.given_at, version = h.version + 1
         where h.member_id is distinct from excluded.member_id
       returning meeting_id`,
      [tx.tenantId, meeting.id, meeting.groupId, to, by, tx.now],
    );
    return rows.length > 0;
  },

  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, Handover>> {
    const rows = await tx.sql(
      'handovers.of-meetings',
      `select meeting_id as "meetingId", member_id as "memberId" from meeting_handover
       where tenant_id = $1 and meeting_id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((handover) => [handover.meetingId, handover]));
  },

  /** Who was asked to run it instead of the facilitators. */
  async handedTo(tx: TenantTx, id: MeetingId): Promise<MemberId | null> {
    return (await handoversStore.ofMeetings(tx, [id])).get(id)?.memberId ?? null;
  },

  /** Who was asked to run the meeting that is under way, by group. */
  async hostsOfGroups(
    tx: TenantTx,
    groupIds: readonly GroupId[],
  ): Promise<Map<GroupId, { readonly memberId: MemberId }>> {
    const rows = await tx.sql(
      'handovers.hosts',
      `select m.group_id as "groupId", h.member_id as "memberId" from meeting m
       join meeting_handover h on h.tenant_id = m.tenant_id and h.meeting_id = m.id
       where m.tenant_id = $1 and m.group_id = any ($2::uuid[]) and m.status = 'OPEN' and h.member_id is not null`,
      [tx.tenantId, [...groupIds]],
    );
    return new Map(rows.map((row) => [row.groupId, row]));
  },
};
