import type { MeetingId } from '@yoriai/domain/kernel';
import { nudgeDueAt, nudgeVerdict, whomToNudge, type NudgeKind } from '@yoriai/domain/meetings';
import { notify } from '../../notifications/notify.js';
import { RunsTimer, type DueTimer, type TimerRunner } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { checkInsStore } from '../check-ins/check-ins.store.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { rsvpsStore } from '../meeting/rsvps.store.js';

const kindOf = {
  'meeting.rsvp-nudge': 'rsvp',
  'meeting.check-in-nudge': 'check-in',
} as const satisfies Record<string, NudgeKind>;
type NudgeNotice = keyof typeof kindOf;

/** Asks those who have not answered, and those who have not written, once per person and meeting time. */
@RunsTimer({ timer: ['meeting.rsvp-nudge', 'meeting.check-in-nudge'], queue: 'normal' })
export class NudgeAttendees implements TimerRunner {
  async run(tx: TenantTx, timer: DueTimer): Promise<void> {
    const notice = timer.name as NudgeNotice;
    const kind = kindOf[notice];
    const meetingId = timer.ids['meetingId'] as MeetingId;
    const meeting = await meetingsStore.hold(tx, meetingId);
    if (!meeting) return;
    const verdict = nudgeVerdict(meeting, kind, tx.now);
    if (verdict === 'WAIT') await tx.at(nudgeDueAt(meeting, kind), timer);
    if (verdict !== 'SEND') return;
    const group = await groupOf(tx, meeting.groupId);
    const rsvps = (await rsvpsStore.ofMeetings(tx, [meetingId])).get(meetingId) ?? [];
    const written = await checkInsStore.writers(tx, meetingId);
    await notify(tx, {
      kind: notice,
      to: whomToNudge(kind, group, rsvps, written),
      ids: { meetingId },
      once: `${meetingId}:${meeting.startsAt.toISOString()}`,
    });
  }
}
