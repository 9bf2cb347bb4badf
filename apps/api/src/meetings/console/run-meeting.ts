import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { airtimeStore } from './airtime.store.js';
import { holdToRun } from '../meeting/may-run-meeting.js';
import { runsStore } from './runs.store.js';

export interface RunMeeting extends meetings.RunCommand {
  readonly meetingId: MeetingId;
}

/** One tap at the console. The current speech has ended when the step has, or when the clock is paused. */
export async function runMeeting(tx: TenantTx, { meetingId, ...command }: RunMeeting): Promise<MeetingId> {
  const { meeting } = await holdToRun(tx, meetingId);
  must(meetings.isUnderWay(meeting));
  const run = found(await runsStore.lock(tx, meetingId));
  const next = must(meetings.runMeeting(run, meeting.agenda, command, tx.now));
  if (next === run) return meetingId;
  await runsStore.save(tx, next);
  if (next.stepId !== run.stepId || next.paused) await airtimeStore.stop(tx, meetingId, next.since);
  await tx.publish([{ name: 'meeting.run-moved', ids: { meetingId, groupId: meeting.groupId } }]);
  return meetingId;
}

/** For closing the meeting: its clock stops there. */
export async function stopClock(tx: TenantTx, meetingId: MeetingId): Promise<void> {
  const run = await runsStore.lock(tx, meetingId);
  if (!run) return;
  await runsStore.save(tx, meetings.endRun(run, tx.now));
  await airtimeStore.stop(tx, meetingId, tx.now);
}
