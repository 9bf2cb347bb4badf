import type { MeetingId } from '@yoriai/domain/kernel';
import { reminderLeads, reminderPlan, type Meeting, type MeetingSeriesId } from '@yoriai/domain/meetings';
import { Reads, type EventReader, type StoredEvent } from '../platform/outbox/reader.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { meetingsStore } from './meetings.store.js';

/** Sets, moves and takes away the alarms of the meetings that an event is about, as they stand now. */
@Reads({
  reader: 'meetings.plan-reminders',
  events: [
    'meeting.scheduled',
    'meeting.series-kept',
    'meeting.moved',
    'meeting.following-moved',
    'meeting.cancelled',
    'meeting.started',
    'meeting.following-cancelled',
  ],
  queue: 'normal',
})
export class PlanReminders implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const meetings = await meetingsIn(tx, event);
    for (const lead of reminderLeads) {
      const name = `meeting.reminder.${lead}`;
      const silent: string[] = [];
      for (const meeting of meetings) {
        const planned = reminderPlan(meeting).find((reminder) => reminder.lead === lead);
        if (planned) await tx.at(planned.dueAt, { name, key: meeting.id, ids: { meetingId: meeting.id } });
        else silent.push(meeting.id);
      }
      await tx.cancelTimers(name, silent);
    }
  }
}

/** One meeting, or all of the series that are still to come. */
async function meetingsIn(tx: TenantTx, { name, ids }: StoredEvent): Promise<Meeting[]> {
  if (name === 'meeting.moved' || name === 'meeting.cancelled' || name === 'meeting.started') {
    return [...(await meetingsStore.byIds(tx, [ids['meetingId'] as MeetingId])).values()];
  }
  const all = await meetingsStore.ofSeries(tx, [ids['seriesId'] as MeetingSeriesId]);
  return all.filter((meeting) => meeting.startsAt > tx.now);
}
