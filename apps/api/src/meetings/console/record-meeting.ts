import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { attendanceStore } from './attendance.store.js';
import { atConsole } from './console.js';
import { groupOf } from '../meeting/group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { recordingsStore } from './recordings.store.js';

/** 録画に同意, or not. A no takes away a link that is there. */
export async function answerRecording(
  tx: TenantTx,
  { meetingId, agrees }: { readonly meetingId: MeetingId; readonly agrees: boolean },
): Promise<void> {
  const viewer = found(tx.viewer);
  const meeting = await meetingsStore.lock(tx, meetingId);
  const group = await groupOf(tx, meeting.groupId);
  must(meetings.canRsvp(viewer, group));
  const answer = { memberId: viewer.memberId, agrees };
  const { events } = must(meetings.answerRecording(meeting));
  if (!(await recordingsStore.answer(tx, meeting, answer))) return;
  await tx.publish(events);
  if (!agrees && (await recordingsStore.forget(tx, meetingId)))
    await sayGone(tx, meeting, { anonymous: true });
}

/** The link, with everybody's consent; null takes it away. */
export async function linkRecording(
  tx: TenantTx,
  { meetingId, url }: { readonly meetingId: MeetingId; readonly url: string | null },
): Promise<void> {
  await meetingsStore.lock(tx, meetingId);
  const { meeting, group } = await atConsole(tx, meetingId);
  if (url === null) {
    if (await recordingsStore.forget(tx, meetingId)) await sayGone(tx, meeting);
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
export const sayGone = (
  tx: TenantTx,
  { id, groupId }: Pick<meetings.Meeting, 'id' | 'groupId'>,
  whose: { readonly anonymous?: true } = {},
): Promise<void> =>
  tx.publish([{ name: 'meeting.recording-gone', ids: { meetingId: id, groupId }, ...whose }]);
