import {
  extendSeries,
  keepsGoing,
  reclocked,
  stillScheduled,
  type MeetingSeriesId,
} from '@yoriai/domain/meetings';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from './meetings.store.js';
import { keepSeries, newIds, sizeOf } from './schedule-meetings.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'meeting.keep-series': { seriesId: MeetingSeriesId };
  }
}

/** Keeps a year of an endless series laid out, and every promised wall-clock time true when a country changes its clocks. */
@RunsTimer({ timer: 'meeting.keep-series', queue: 'bulk' })
export class KeepSeries {
  async run(tx: TenantTx, timer: DueTimer<'meeting.keep-series'>): Promise<void> {
    const series = await meetingsStore.lockSeries(tx, timer.ids.seriesId);
    const all = await meetingsStore.lockAll(tx, series.id);
    const toCome = all.filter((meeting) => stillScheduled(meeting, tx.now).ok);
    const moved = toCome.filter((meeting) => reclocked(meeting) !== meeting);
    for (const meeting of moved) await meetingsStore.save(tx, reclocked(meeting));

    const size = await sizeOf(tx, await groupOf(tx, series.groupId), series.agendaTemplate);
    const lastSlot = all.at(-1)?.recurrenceId ?? '';
    const meetings = extendSeries(series, lastSlot, size, newIds(tx), tx.now);
    await meetingsStore.insert(tx, meetings);
    if (toCome.length > 0 || keepsGoing(series)) await keepSeries(tx, series.id);
    if (moved.length + meetings.length > 0)
      await tx.publish([
        { name: 'meeting.series-kept', ids: { seriesId: series.id, groupId: series.groupId } },
      ]);
  }
}
