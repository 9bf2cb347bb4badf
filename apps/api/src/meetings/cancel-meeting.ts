import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { groupOf } from './group-of.js';
import { meetingsStore } from './meetings.store.js';

export interface CancelMeeting {
  readonly meetingId: MeetingId;
  readonly reason?: string | null;
  readonly andFollowing?: boolean | null;
}

export async function cancelMeeting(
  tx: TenantTx,
  { meetingId, reason, andFollowing }: CancelMeeting,
): Promise<void> {
  if (andFollowing) return cancelFollowing(tx, meetingId, reason);
  const meeting = await meetingsStore.lock(tx, meetingId);
  await mayCancel(tx, meeting);
  const { next, events } = must(meetings.cancelMeeting(meeting, reason, tx.now));
  await meetingsStore.save(tx, next);
  await tx.publish(events);
}

async function cancelFollowing(tx: TenantTx, meetingId: MeetingId, reason?: string | null): Promise<void> {
  const { series, all, meeting } = await meetingsStore.lockWithSeries(tx, meetingId);
  await mayCancel(tx, meeting);
  const off = must(meetings.cancelFollowing(series, all, meeting, reason, tx.now));
  await meetingsStore.saveSeries(tx, off.series);
  for (const next of off.meetings) await meetingsStore.save(tx, next);
  await tx.publish(off.events);
}

async function mayCancel(tx: TenantTx, meeting: meetings.Meeting): Promise<void> {
  const group = await groupOf(tx, meeting.groupId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
}
