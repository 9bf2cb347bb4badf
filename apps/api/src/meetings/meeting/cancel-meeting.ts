import { onVersion, sameVersion, wantsChange, type MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from './meetings.store.js';

export interface CancelMeeting {
  readonly meetingId: MeetingId;
  readonly reason?: string | null;
  readonly andFollowing?: boolean | null;
  readonly expectedVersion?: number | null;
}

export async function cancelMeeting(tx: TenantTx, input: CancelMeeting): Promise<void> {
  if (input.andFollowing) return cancelFollowing(tx, input);
  const meeting = await meetingsStore.lock(tx, input.meetingId);
  await mayCancel(tx, meeting);
  const { next, events } = must(
    onVersion(meeting.version, input.expectedVersion, meetings.cancelMeeting(meeting, input.reason, tx.now)),
  );
  if (!must(wantsChange(meeting, next, input.expectedVersion))) return;
  await meetingsStore.save(tx, next);
  await tx.publish(events);
}

async function cancelFollowing(tx: TenantTx, input: CancelMeeting): Promise<void> {
  const { series, all, meeting } = await meetingsStore.lockWithSeries(tx, input.meetingId);
  await mayCancel(tx, meeting);
  const off = must(
    onVersion(
      meeting.version,
      input.expectedVersion,
      meetings.cancelFollowing(series, all, meeting, input.reason, tx.now),
    ),
  );
  if (off.meetings.length === 0) return;
  must(sameVersion(meeting.version, input.expectedVersion));
  await meetingsStore.saveSeries(tx, off.series);
  for (const next of off.meetings) await meetingsStore.save(tx, next);
  await tx.publish(off.events);
}

async function mayCancel(tx: TenantTx, meeting: meetings.Meeting): Promise<void> {
  const group = await groupOf(tx, meeting.groupId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
}
