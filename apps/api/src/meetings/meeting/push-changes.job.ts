import { publishedEvents, type EventName } from '@yoriai/domain/events';
import { Inject } from '@nestjs/common';
import { Live } from '../../platform/live/live.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingsStore } from './meetings.store.js';

export const topicOf = (tenantId: string, meetingId: string): string => `meeting:${tenantId}:${meetingId}`;

type MeetingEventName = Extract<EventName, `meeting.${string}`>;
const heard = publishedEvents.filter((name): name is MeetingEventName => name.startsWith('meeting.'));

/** Tells open screens which meetings to look at again. */
@Reads({ reader: 'meetings.push-changes', events: heard, queue: 'normal' })
export class PushChanges {
  constructor(@Inject(Live) private readonly live: Live) {}

  async handle(tx: TenantTx, { ids }: StoredEvent<MeetingEventName>): Promise<void> {
    const others = 'seriesId' in ids ? await meetingsStore.ofSeries(tx, [ids.seriesId]) : [];
    const one = 'meetingId' in ids ? [ids.meetingId] : [];
    for (const meetingId of new Set([...one, ...others.map((meeting) => meeting.id)]))
      await this.live.publish(topicOf(tx.tenantId, meetingId), { meetingId });
  }
}
