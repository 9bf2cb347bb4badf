import type { MeetingId } from '@yoriai/domain/kernel';
import { summaryDueAt } from '@yoriai/domain/meetings';
import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'meeting.summary': { meetingId: MeetingId };
  }
}

const heard = ['meeting.closed', 'meeting.reopened'] as const;

/** Sets the timer for the summary, and takes it away when a meeting is opened again. */
@Reads({ reader: 'meetings.plan-summary', events: heard, queue: 'normal' })
export class ScheduleSummary {
  async handle(tx: TenantTx, event: StoredEvent<(typeof heard)[number]>): Promise<void> {
    const { meetingId } = event.ids;
    if (event.name === 'meeting.reopened') return tx.cancelTimers('meeting.summary', [meetingId]);
    const { timeZone } = await tenantOf(tx);
    await tx.at(summaryDueAt(event.at, timeZone), {
      name: 'meeting.summary',
      key: meetingId,
      ids: { meetingId },
    });
  }
}

/** The morning after: a link to the minutes for those who are still in the group. */
@RunsTimer({ timer: 'meeting.summary', queue: 'normal' })
export class SendSummary {
  async run(tx: TenantTx, timer: DueTimer<'meeting.summary'>): Promise<void> {
    const meeting = await meetingsStore.hold(tx, timer.ids.meetingId);
    if (meeting?.status !== 'CLOSED') return;
    const group = await groupOf(tx, meeting.groupId);
    await notify(tx, {
      kind: 'meeting.summary',
      to: group.memberships.map(({ memberId }) => memberId),
      ids: { meetingId: meeting.id },
      once: meeting.id,
    });
  }
}
