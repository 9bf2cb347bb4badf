import { onVersion, wantsChange, type MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from './meetings.store.js';
import { keepSeries, newIds, sizeOf } from './schedule-meetings.js';

export interface EditSeries extends meetings.SeriesEdit {
  /** From this meeting on. */
  readonly meetingId: MeetingId;
  /** Of that meeting. */
  readonly expectedVersion?: number | null;
}

/** Changes the rest of a series: rule, time, place, name. */
export async function editSeries(
  tx: TenantTx,
  { meetingId, expectedVersion, ...edit }: EditSeries,
): Promise<void> {
  const { series, all, meeting } = await meetingsStore.lockWithSeries(tx, meetingId);
  const group = await groupOf(tx, meeting.groupId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
  const size = await sizeOf(tx, group, series.agendaTemplate);
  const done = must(
    onVersion(
      meeting.version,
      expectedVersion,
      meetings.editSeries(series, all, meeting, edit, size, tx.newId<'MeetingSeries'>(), newIds(tx), tx.now),
    ),
  );
  // Without a new series no date and no place changes: what is left are names and addresses.
  const stands = {
    version: meeting.version,
    changed: 0,
    names: [series, ...done.meetings.map(({ id }) => all.find((one) => one.id === id)!)].map(nameOf),
  };
  const wish = {
    changed: (done.newSeries ? 1 : 0) + done.added.length + done.dropped.length,
    names: [done.oldSeries, ...done.meetings].map(nameOf),
  };
  if (!must(wantsChange(stands, wish, expectedVersion))) return;
  await meetingsStore.saveSeries(tx, done.oldSeries);
  if (done.newSeries) await meetingsStore.insertSeries(tx, done.newSeries);
  for (const next of [...done.dropped, ...done.meetings]) await meetingsStore.save(tx, next);
  await meetingsStore.insert(tx, done.added);
  if (done.newSeries) await keepSeries(tx, done.newSeries.id);
  await tx.publish(done.events);
}

const nameOf = ({ title, url }: Pick<meetings.Meeting, 'title' | 'url'>) => ({ title, url });
