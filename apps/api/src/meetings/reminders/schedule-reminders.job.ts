import { reminderLeads, reminderPlan } from '@yoriai/domain/meetings';
import { Reads } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingsOfEvent, timeEvents, type TimeEvent } from '../meeting/meetings-of-event.js';
import { setMeetingTimers } from './set-meeting-timers.js';

/** Sets, moves and cancels the reminders of the meetings that an event is about, as they are now. */
@Reads({ reader: 'meetings.plan-reminders', events: timeEvents, queue: 'normal' })
export class ScheduleReminders {
  async handle(tx: TenantTx, event: TimeEvent): Promise<void> {
    const meetings = await meetingsOfEvent(tx, event);
    for (const lead of reminderLeads)
      await setMeetingTimers(
        tx,
        event,
        `meeting.reminder.${lead}`,
        meetings,
        (meeting) => reminderPlan(meeting).find((reminder) => reminder.lead === lead)?.dueAt ?? null,
      );
  }
}
