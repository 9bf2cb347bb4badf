import { isBefore } from '@yoriai/domain/kernel';
import { nudgeKinds, nudgePlan } from '@yoriai/domain/meetings';
import { Reads, type EventReader, type StoredEvent } from '../platform/outbox/reader.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { meetingsOfEvent, timeEvents } from './meetings-of-event.js';

/** Sets, moves and takes away the alarms that ask for what is missing, as those of reminders. */
@Reads({ reader: 'meetings.plan-nudges', events: timeEvents, queue: 'normal' })
export class PlanNudges implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const meetings = await meetingsOfEvent(tx, event);
    for (const kind of nudgeKinds) {
      const name = `meeting.${kind}-nudge`;
      const silent: string[] = [];
      for (const meeting of meetings) {
        const dueAt = nudgePlan(meeting, kind);
        if (!dueAt) silent.push(meeting.id);
        else if (isBefore(event.at, dueAt))
          await tx.at(dueAt, { name, key: meeting.id, ids: { meetingId: meeting.id } });
      }
      await tx.cancelTimers(name, silent);
    }
  }
}
