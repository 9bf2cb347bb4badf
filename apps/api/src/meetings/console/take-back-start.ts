import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { holdToRun } from '../meeting/may-run-meeting.js';
import { groupOf } from '../group-of.js';
import { runsStore } from './runs.store.js';
import { meetingsStore } from '../meeting/meetings.store.js';

/** Takes a start back that was a mistake. Locked from the group down, as starting is. */
export async function takeBackStart(
  tx: TenantTx,
  { meetingId }: { readonly meetingId: MeetingId },
): Promise<void> {
  const seen = found((await meetingsStore.byIds(tx, [meetingId])).get(meetingId));
  await groupOf(tx, seen.groupId);
  await meetingsStore.lockOpenOf(tx, seen.groupId);
  const meeting = await meetingsStore.lock(tx, meetingId);
  await holdToRun(tx, meetingId);
  must(meetings.isUnderWay(meeting));
  const run = found(await runsStore.lock(tx, meetingId));
  const { next, events } = must(
    meetings.takeBackStart(meeting, run, await runsStore.isRecorded(tx, meetingId)),
  );
  await meetingsStore.save(tx, next);
  await runsStore.remove(tx, meetingId);
  await tx.publish(events);
}
