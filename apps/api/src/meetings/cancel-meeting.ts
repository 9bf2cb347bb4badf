import { sameVersion, type MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { groupOf } from './group-of.js';
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
  await mayCancel(tx, meeting, input);
  const { next, events } = must(meetings.cancelMeeting(meeting, input.reason, tx.now));
  await meetingsStore.save(tx, next);
  await tx.publish(events);
}

async function cancelFollowing(tx: TenantTx, input: CancelMeeting): Promise<void> {
  const { series, all, meeting } = await meetingsStore.lockWithSeries(tx, input.meetingId);
  await mayCancel(tx, meeting, input);
  const off = must(meetings.cancelFollowing(series, all, meeting, input.reason, tx.now));
  await meetingsStore.saveSeries(tx, off.series);
  for (const next of off.meetings) await meetingsStore.save(tx, next);
  await tx.publish(off.events);
}

async function mayCancel(tx: TenantTx, meeting: meetings.Meeting, input: CancelMeeting): Promise<void> {
  const group = await groupOf(tx, meeting.groupId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
  must(sameVersion(meeting.version, input.expectedVersion));
}
