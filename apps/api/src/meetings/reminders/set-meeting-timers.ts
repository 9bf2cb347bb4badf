import { isBefore, type Instant } from '@yoriai/domain/kernel';
import type { Meeting } from '@yoriai/domain/meetings';
import type { TimerName } from '../../platform/timers/timers.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

type MeetingTimer = Extract<TimerName, `meeting.reminder.${string}` | `meeting.${string}-nudge`>;

/**
 * Sets or moves this timer of each meeting, and takes it from those for which nothing is due. One that was due before the event has run, or
 * is about to: nothing that happens later sets it again.
 */
export async function setMeetingTimers(
  tx: TenantTx,
  event: { readonly at: Instant },
  name: MeetingTimer,
  meetings: readonly Meeting[],
  dueAtOf: (meeting: Meeting) => Instant | null,
): Promise<void> {
  const alarms = meetings.map((meeting) => ({ meetingId: meeting.id, dueAt: dueAtOf(meeting) }));
  await tx.atEach(
    alarms.flatMap(({ meetingId, dueAt }) =>
      dueAt && isBefore(event.at, dueAt) ? [{ name, key: meetingId, ids: { meetingId }, dueAt }] : [],
    ),
  );
  const silent = alarms.filter(({ dueAt }) => dueAt === null);
  await tx.cancelTimers(
    name,
    silent.map(({ meetingId }) => meetingId),
  );
}
