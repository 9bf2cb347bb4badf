import { isInGroup } from '@yoriai/domain/groups';
import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { attendanceStore } from './attendance.store.js';

export interface CorrectAttendance {
  readonly meetingId: MeetingId;
  readonly memberId: MemberId;
  readonly presence: meetings.Presence;
  readonly late: boolean;
}

/** Corrects the attendance of a closed meeting and records the correction. */
export async function correctAttendance(
  tx: TenantTx,
  { meetingId, ...attendance }: CorrectAttendance,
): Promise<void> {
  const viewer = found(tx.viewer);
  const meeting = await meetingsStore.lock(tx, meetingId);
  const group = await groupOf(tx, meeting.groupId);
  must(meetings.canCorrectAttendance(viewer, group));
  const marked = (await attendanceStore.ofMeetings(tx, [meetingId])).get(meetingId) ?? [];
  const before = marked.find(({ memberId }) => memberId === attendance.memberId) ?? null;
  if (!before && !isInGroup(group, attendance.memberId)) refuse({ code: 'NOT_FOUND' });
  const { isNew, events } = must(meetings.correctAttendance(meeting, before, attendance));
  if (!isNew) return;
  await attendanceStore.mark(tx, meeting, attendance, viewer.memberId);
  await attendanceStore.correct(tx, meeting, {
    ...attendance,
    id: tx.newId<'AttendanceCorrection'>(),
    before: before?.presence ?? null,
    correctedBy: viewer.memberId,
    at: tx.now,
  });
  await tx.publish(events);
}
