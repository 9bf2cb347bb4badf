import { meetingEvents, type MeetingSeriesId } from '@yoriai/domain/meetings';
import { Inject } from '@nestjs/common';
import { Live } from '../../platform/live/live.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingsStore } from './meetings.store.js';

export const topicOf = (tenantId: string, meetingId: string): string => `meeting:${tenantId}:${meetingId}`;

/** Tells open screens which meetings to look at again. */
@Reads({
  reader: 'meetings.push-changes',
  events: meetingEvents.filter((name) => name.startsWith('meeting.')),
  queue: 'normal',
})
export class PushChanges implements EventReader {
  constructor(@Inject(Live) private readonly live: Live) {}

  async handle(tx: TenantTx, { ids }: StoredEvent): Promise<void> {
    const others = ids['seriesId']
      ? await meetingsStore.ofSeries(tx, [ids['seriesId'] as MeetingSeriesId])
      : [];
    const changed = new Set([ids['meetingId'], ...others.map((meeting) => meeting.id)]);
    for (const meetingId of changed)
      if (meetingId) await this.live.publish(topicOf(tx.tenantId, meetingId), { meetingId });
  }
}
