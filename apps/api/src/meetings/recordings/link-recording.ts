import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { attendanceStore } from '../attendance/attendance.store.js';
import { holdToRun } from '../meeting/may-run-meeting.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { recordingsStore } from './recordings.store.js';

/** The link, with the consent of all; null takes it away. */
export async function linkRecording(
  tx: TenantTx,
  { meetingId, url }: { readonly meetingId: MeetingId; readonly url: string | null },
): Promise<void> {
  await meetingsStore.lock(tx, meetingId);
  const { meeting, group } = await holdToRun(tx, meetingId);
  if (url === null) {
    if (await recordingsStore.forget(tx, meetingId)) await publishRecordingGone(tx, meeting);
    return;
  }
  const clean = must(meetings.linkRecording(meeting, url, await allAgree(tx, meetingId)));
  const link = { url: clean, setBy: found(tx.viewer).memberId };
  await recordingsStore.link(tx, meeting, link, await audiences.groupAtEpoch(tx, group.id));
  await tx.publish([{ name: 'meeting.recording-linked', ids: { meetingId, groupId: group.id } }]);
  await tx.at(meetings.recordingGoneAt(tx.now), {
    name: 'meeting.recording-gone',
    key: meetingId,
    ids: { meetingId },
  });
}

export async function allAgree(tx: TenantTx, meetingId: MeetingId): Promise<boolean> {
  const attendances = (await attendanceStore.ofMeetings(tx, [meetingId])).get(meetingId) ?? [];
  const answers = (await recordingsStore.answersOf(tx, [meetingId])).get(meetingId) ?? [];
  return meetings.allAgree(attendances, answers);
}

/** Where a no took it away, nothing says whose it was. */
export const publishRecordingGone = (
  tx: TenantTx,
  { id, groupId }: Pick<meetings.Meeting, 'id' | 'groupId'>,
  whose: { readonly anonymous?: true } = {},
): Promise<void> =>
  tx.publish([{ name: 'meeting.recording-gone', ids: { meetingId: id, groupId }, ...whose }]);
