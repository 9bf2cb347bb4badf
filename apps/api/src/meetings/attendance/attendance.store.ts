import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import type { Attendance, AttendanceCorrection, Meeting } from '@yoriai/domain/meetings';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

export const attendanceStore = {
  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, Attendance[]>> {
    const rows = await tx.sql(
      'attendance.of-meetings',
      `select meeting_id as "meetingId", member_id as "memberId", presence, late from meeting_attendance
       where tenant_id = $1 and meeting_id = any ($2::uuid[]) order by marked_at, member_id`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, (row) => row.meetingId);
  },

  async corrections(
    tx: TenantTx,
    ids: readonly MeetingId[],
  ): Promise<Map<MeetingId, AttendanceCorrection[]>> {
    const rows = await tx.sql(
      'attendance.corrections',
      `select id, meeting_id as "meetingId", member_id as "memberId", before, presence, late, corrected_by as "correctedBy", at
       from meeting_attendance_correction where tenant_id = $1 and meeting_id = any ($2::uuid[]) order by at, id`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, (row) => row.meetingId);
  },

  async correct(tx: TenantTx, meeting: Meeting, correction: AttendanceCorrection): Promise<void> {
    const { id, memberId, before, presence, late, correctedBy, at } = correction;
    await tx.insert('meeting_attendance_correction', {
      id,
      meetingId: meeting.id,
      groupId: meeting.groupId,
      memberId,
      before,
      presence,
      late,
      correctedBy,
      at,
    });
  },

  /** Writes who is there; true when it says something new. */
  async mark(tx: TenantTx, meeting: Meeting, attendance: Attendance, by: MemberId): Promise<boolean> {
    const rows = await tx.sql(
      'attendance.mark',
      `insert into meeting_attendance as a (tenant_id, meeting_id, member_id, group_id, presence, late, marked_by, marked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (tenant_id, meeting_id, member_id) do update
         set presence = excluded.presence, late = excluded.late, marked_by = excluded.marked_by, marked_at = excluded.marked_at, version = a.version + 1
         where (a.presence, a.late) is distinct from (excluded.presence, excluded.late)
       returning member_id`,
      [
        tx.tenantId,
        meeting.id,
        attendance.memberId,
        meeting.groupId,
        attendance.presence,
        attendance.late,
        by,
        tx.now,
      ],
    );
    return rows.length > 0;
  },

  /** People marked as there, in the room or online; null where none was marked. */
  async presentAt(tx: TenantTx, meetingId: MeetingId): Promise<number | null> {
    const [row] = await tx.sql(
      'attendance.present',
      `select count(*)::int as present from meeting_attendance
       where tenant_id = $1 and meeting_id = $2 and presence in ('PRESENT', 'ONLINE')`,
      [tx.tenantId, meetingId],
    );
    return row?.present || null;
  },
};
