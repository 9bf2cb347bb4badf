import { cancelFollowing, stillScheduled } from '@yoriai/domain/meetings';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from './meetings.store.js';

/** A group that closes takes its dates along: what is still to come is called off and silent. */
@Reads({ reader: 'meetings.end-with-group', events: ['group.updated'], queue: 'normal' })
export class EndWithGroup {
  async handle(tx: TenantTx, event: StoredEvent<'group.updated'>): Promise<void> {
    const group = await groupOf(tx, event.ids.groupId);
    if (group.status !== 'CLOSED') return;
    for (const seriesId of await meetingsStore.openSeriesIds(tx, group.id)) {
      const series = await meetingsStore.lockSeries(tx, seriesId);
      const all = await meetingsStore.lockAll(tx, seriesId);
      const first = all.find((meeting) => stillScheduled(meeting, tx.now).ok);
      const off = first && cancelFollowing(series, all, first, null, tx.now);
      if (!off?.ok) continue;
      await meetingsStore.saveSeries(tx, off.value.series);
      for (const next of off.value.meetings) await meetingsStore.save(tx, next);
      await tx.publish(off.value.events);
    }
  }
}
