import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { publishRecordingGone } from './link-recording.js';
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
    await publishRecordingGone(tx, meeting, { anonymous: true });
}
