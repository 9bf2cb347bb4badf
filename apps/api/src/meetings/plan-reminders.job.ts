import { isBefore } from '@yoriai/domain/kernel';
import { reminderLeads, reminderPlan } from '@yoriai/domain/meetings';
import { Reads, type EventReader, type StoredEvent } from '../platform/outbox/reader.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { meetingsOfEvent, timeEvents } from './meetings-of-event.js';

/**
 * Sets, moves and takes away the alarms of the meetings that an event is about, as they stand now. One that was due before the event has
 * rung, or is about to: nothing that happens later rings it again.
 */
@Reads({ reader: 'meetings.plan-reminders', events: timeEvents, queue: 'normal' })
export class PlanReminders implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const meetings = await meetingsOfEvent(tx, event);
    for (const lead of reminderLeads) {
      const name = `meeting.reminder.${lead}`;
      const silent: string[] = [];
      for (const meeting of meetings) {
        const planned = reminderPlan(meeting).find((reminder) => reminder.lead === lead);
        if (!planned) silent.push(meeting.id);
        else if (isBefore(event.at, planned.dueAt))
          await tx.at(planned.dueAt, { name, key: meeting.id, ids: { meetingId: meeting.id } });
      }
      await tx.cancelTimers(name, silent);
    }
  }
}
