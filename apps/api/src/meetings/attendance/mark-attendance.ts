import { isInGroup } from '@yoriai/domain/groups';
import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { mayRunMeeting } from '../meeting/may-run-meeting.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { attendanceStore } from './attendance.store.js';

export interface MarkAttendance {
  readonly meetingId: MeetingId;
  /** The viewer when null. */
  readonly memberId?: MemberId | null;
  readonly presence: meetings.Presence | null;
  readonly late?: boolean | null;
}

/** People say for themselves that they are there; those who run the meeting say it for others. */
export async function markAttendance(tx: TenantTx, input: MarkAttendance): Promise<void> {
  const viewer = found(tx.viewer);
  const memberId = input.memberId ?? viewer.memberId;
  const meeting = found(await meetingsStore.hold(tx, input.meetingId));
  const group = await groupOf(tx, meeting.groupId);
  must(
    memberId === viewer.memberId ? meetings.canRsvp(viewer, group) : await mayRunMeeting(tx, meeting, group),
  );
  if (!isInGroup(group, memberId)) refuse({ code: 'NOT_FOUND' });
  const attendance = { memberId, presence: input.presence, late: input.late ?? false };
  const { events } = must(meetings.markAttendance(meeting, attendance, tx.now));
  if (await attendanceStore.mark(tx, meeting, attendance, viewer.memberId)) await tx.publish(events);
}
