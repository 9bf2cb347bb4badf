import { namesIn, type MeetingId } from '@yoriai/domain/kernel';
import { nudgeDueAt, nudgeVerdict, whomToNudge, type NudgeKind } from '@yoriai/domain/meetings';
import { notify } from '../../notifications/notify.js';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { checkInsStore } from '../check-ins/check-ins.store.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { rsvpsStore } from '../meeting/rsvps.store.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'meeting.rsvp-nudge': { meetingId: MeetingId };
    'meeting.check-in-nudge': { meetingId: MeetingId };
  }
}

const kindOf = {
  'meeting.rsvp-nudge': 'rsvp',
  'meeting.check-in-nudge': 'check-in',
} as const satisfies Record<string, NudgeKind>;
const timers = namesIn(kindOf);

/** Asks those who have not answered, and those who have not written, once per person and meeting time. */
@RunsTimer({ timer: timers, queue: 'normal' })
export class NudgeAttendees {
  async run(tx: TenantTx, timer: DueTimer<(typeof timers)[number]>): Promise<void> {
    const notice = timer.name;
    const kind = kindOf[notice];
    const { meetingId } = timer.ids;
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
