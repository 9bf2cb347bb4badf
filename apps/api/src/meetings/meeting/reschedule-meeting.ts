import { onVersion, wantsChange, type MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
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
  await mayReschedule(tx, meeting);
  const { next, events } = must(
    onVersion(meeting.version, input.expectedVersion, meetings.rescheduleMeeting(meeting, input, tx.now)),
  );
  if (!must(wantsChange(meeting, next, input.expectedVersion))) return;
  await meetingsStore.save(tx, next);
  await tx.publish(events);
}

async function rescheduleFollowing(tx: TenantTx, input: RescheduleMeeting): Promise<void> {
  const { series, all, meeting } = await meetingsStore.lockWithSeries(tx, input.meetingId);
  // A meeting without a series has no following ones: it keeps its UID.
  if (series.rule === null) return rescheduleMeeting(tx, { ...input, andFollowing: false });
  await mayReschedule(tx, meeting);
  const moved = must(
    onVersion(
      meeting.version,
      input.expectedVersion,
      meetings.rescheduleFollowing(series, all, meeting, input, tx.newId<'MeetingSeries'>(), tx.now),
    ),
  );
  const were = moved.meetings.map(({ id }) => all.find((one) => one.id === id)!);
  const dates = { version: meeting.version, dates: were.map(dateOf) };
  if (!must(wantsChange(dates, { dates: moved.meetings.map(dateOf) }, input.expectedVersion))) return;
  await meetingsStore.saveSeries(tx, moved.oldSeries);
  await meetingsStore.insertSeries(tx, moved.newSeries);
  for (const next of moved.meetings) await meetingsStore.save(tx, next);
  await keepSeries(tx, moved.newSeries.id);
  await tx.publish(moved.events);
}

const dateOf = ({ startsAtLocal, durationMinutes }: meetings.Meeting) => ({ startsAtLocal, durationMinutes });

async function mayReschedule(tx: TenantTx, meeting: meetings.Meeting): Promise<void> {
  const group = await groupOf(tx, meeting.groupId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
}
