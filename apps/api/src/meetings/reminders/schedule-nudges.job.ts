import { nudgeKinds, nudgePlan } from '@yoriai/domain/meetings';
import { Reads } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingsOfEvent, timeEvents, type TimeEvent } from '../meeting/meetings-of-event.js';
import { setMeetingTimers } from './set-meeting-timers.js';

/** Sets, moves and takes away the timers that ask for what is missing, as those of reminders. */
@Reads({ reader: 'meetings.plan-nudges', events: timeEvents, queue: 'normal' })
export class ScheduleNudges {
  async handle(tx: TenantTx, event: TimeEvent): Promise<void> {
    const meetings = await meetingsOfEvent(tx, event);
    for (const kind of nudgeKinds)
      await setMeetingTimers(tx, event, `meeting.${kind}-nudge`, meetings, (meeting) =>
        nudgePlan(meeting, kind),
      );
  }
}
