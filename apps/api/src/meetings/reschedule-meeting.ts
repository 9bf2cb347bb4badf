import { sameVersion, type MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { groupOf } from './group-of.js';
import { meetingsStore } from './meetings.store.js';
import { keepSeries } from './schedule-meetings.js';

export interface RescheduleMeeting extends meetings.NewTime {
  readonly meetingId: MeetingId;
  readonly andFollowing?: boolean | null;
  readonly expectedVersion?: number | null;
}

export async function rescheduleMeeting(tx: TenantTx, input: RescheduleMeeting): Promise<void> {
  if (input.andFollowing) return rescheduleFollowing(tx, input);
  const meeting = await meetingsStore.lock(tx, input.meetingId);
  await mayReschedule(tx, meeting, input);
  const { next, events } = must(meetings.rescheduleMeeting(meeting, input, tx.now));
  if (next === meeting) return;
  await meetingsStore.save(tx, next);
  await tx.publish(events);
}

async function rescheduleFollowing(tx: TenantTx, input: RescheduleMeeting): Promise<void> {
  const { series, all, meeting } = await meetingsStore.lockWithSeries(tx, input.meetingId);
  // Nothing follows a meeting that stands alone: it keeps its UID.
  if (series.rule === null) return rescheduleMeeting(tx, { ...input, andFollowing: false });
  await mayReschedule(tx, meeting, input);
  const moved = must(
    meetings.rescheduleFollowing(series, all, meeting, input, tx.newId<'MeetingSeries'>(), tx.now),
  );
  await meetingsStore.saveSeries(tx, moved.oldSeries);
  await meetingsStore.insertSeries(tx, moved.newSeries);
  for (const next of moved.meetings) await meetingsStore.save(tx, next);
  await keepSeries(tx, moved.newSeries.id);
  await tx.publish(moved.events);
}

async function mayReschedule(
  tx: TenantTx,
  meeting: meetings.Meeting,
  input: RescheduleMeeting,
): Promise<void> {
  const group = await groupOf(tx, meeting.groupId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
  must(sameVersion(meeting.version, input.expectedVersion));
}
