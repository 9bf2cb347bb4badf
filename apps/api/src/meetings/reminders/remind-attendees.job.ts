import { namesIn, type MeetingId } from '@yoriai/domain/kernel';
import { reminderDueAt, reminderVerdict, type ReminderLead } from '@yoriai/domain/meetings';
import { notify } from '../../notifications/notify.js';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { rsvpsStore } from '../meeting/rsvps.store.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'meeting.reminder.7d': { meetingId: MeetingId };
    'meeting.reminder.24h': { meetingId: MeetingId };
    'meeting.reminder.1h': { meetingId: MeetingId };
  }
}

const leadOf = {
  'meeting.reminder.7d': '7d',
  'meeting.reminder.24h': '24h',
  'meeting.reminder.1h': '1h',
} as const satisfies Record<string, ReminderLead>;
const timers = namesIn(leadOf);

/**
 * Reminds all attendees who have not declined, once per person and meeting time. The meeting is held while it
 * is told, so that a cancellation comes either before it or after it.
 */
@RunsTimer({ timer: timers, queue: 'normal' })
export class RemindAttendees {
  async run(tx: TenantTx, timer: DueTimer<(typeof timers)[number]>): Promise<void> {
    const kind = timer.name;
    const { meetingId } = timer.ids;
    const meeting = await meetingsStore.hold(tx, meetingId);
    if (!meeting) return;
    const verdict = reminderVerdict(meeting, leadOf[kind], tx.now);
    if (verdict === 'WAIT') await tx.at(reminderDueAt(meeting, leadOf[kind]), timer);
    if (verdict !== 'SEND') return;
    const group = await groupOf(tx, meeting.groupId);
    const rsvps = (await rsvpsStore.ofMeetings(tx, [meetingId])).get(meetingId) ?? [];
    const declined = new Set(rsvps.filter(({ answer }) => answer === 'NO').map(({ memberId }) => memberId));
    const to = group.memberships.map(({ memberId }) => memberId).filter((id) => !declined.has(id));
    await notify(tx, {
      kind,
      to,
      ids: { meetingId },
      once: `${meetingId}:${meeting.startsAt.toISOString()}`,
    });
  }
}
