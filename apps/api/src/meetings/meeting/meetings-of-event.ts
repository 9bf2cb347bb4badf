import type { MeetingId } from '@yoriai/domain/kernel';
import type { Meeting, MeetingSeriesId } from '@yoriai/domain/meetings';
import type { StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingsStore } from './meetings.store.js';

/** What sets, moves or takes away the time of a meeting: timers are set anew. */
export const timeEvents = [
  'meeting.scheduled',
  'meeting.series-kept',
  'meeting.moved',
  'meeting.following-moved',
  'meeting.cancelled',
  'meeting.started',
  'meeting.start-taken-back',
  'meeting.following-cancelled',
] as const;
export type TimeEvent = StoredEvent<(typeof timeEvents)[number]>;

/** The meetings that such an event is about, as they are now: one, or all of the series. */
export async function meetingsOfEvent(tx: TenantTx, event: TimeEvent): Promise<Meeting[]> {
  switch (event.name) {
    case 'meeting.moved':
    case 'meeting.cancelled':
    case 'meeting.started':
    case 'meeting.start-taken-back':
      return [...(await meetingsStore.byIds(tx, [event.ids.meetingId])).values()];
    default:
      return meetingsStore.ofSeries(tx, [event.ids.seriesId]);
  }
}

/** The first meeting of a series that is still to come. */
export async function firstToCome(tx: TenantTx, seriesId: MeetingSeriesId): Promise<MeetingId | null> {
  const meetings = await meetingsStore.ofSeries(tx, [seriesId]);
  return meetings.find((meeting) => meeting.status === 'SCHEDULED' && meeting.startsAt > tx.now)?.id ?? null;
}
