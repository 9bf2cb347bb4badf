import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { mayRunMeeting } from '../meeting/may-run-meeting.js';
import { groupOf } from '../group-of.js';
import { runsStore } from './runs.store.js';
import { meetingsStore } from '../meeting/meetings.store.js';

/** Opens the meeting; one that is open already stays open. */
export async function startMeeting(
  tx: TenantTx,
  { meetingId }: { readonly meetingId: MeetingId },
): Promise<void> {
  const viewer = found(tx.viewer);
  const seen = found((await meetingsStore.byIds(tx, [meetingId])).get(meetingId));
  const group = await groupOf(tx, seen.groupId);
  must(await mayRunMeeting(tx, seen, group));
  const open = await meetingsStore.lockOpenOf(tx, group.id);
  if (open === meetingId) return;
  const meeting = await meetingsStore.lock(tx, meetingId);
  const { next, run, events } = must(meetings.startMeeting(meeting, viewer.memberId, tx.now));
  if (open) refuse({ code: 'ANOTHER_MEETING_OPEN' });
  await meetingsStore.save(tx, next);
  await runsStore.insert(tx, run);
  await tx.publish(events);
}
