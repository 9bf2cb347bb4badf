import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import { releaseSafety, summaryDueAt } from '@yoriai/domain/meetings';
import { isInGroup } from '@yoriai/domain/groups';
import { notify } from '../../notifications/notify.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import { RunsTimer, type DueTimer, type TimerRunner } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { closingRoundsStore } from './closing-rounds.store.js';
import { groupOf } from '../meeting/group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';

/** Sets the alarm for the summary, and takes it away when a meeting is opened again. */
@Reads({ reader: 'meetings.plan-summary', events: ['meeting.closed', 'meeting.reopened'], queue: 'normal' })
export class PlanSummary implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const meetingId = event.ids['meetingId'] as MeetingId;
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
export class SendSummary implements TimerRunner {
  async run(tx: TenantTx, timer: DueTimer): Promise<void> {
    const meeting = await meetingsStore.hold(tx, timer.ids['meetingId'] as MeetingId);
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

/** 一年後の今日: for the one who asked for it, if they are still in the group. */
@RunsTimer({ timer: 'meeting.one-year-later', queue: 'normal' })
export class LookBack implements TimerRunner {
  async run(tx: TenantTx, { ids }: DueTimer): Promise<void> {
    const meeting = await meetingsStore.hold(tx, ids['meetingId'] as MeetingId);
    const memberId = ids['memberId'] as MemberId;
    if (!meeting || !isInGroup(await groupOf(tx, meeting.groupId), memberId)) return;
    await notify(tx, {
      kind: 'meeting.one-year-later',
      to: [memberId],
      ids: { meetingId: meeting.id },
      once: meeting.id,
    });
  }
}

/** Adds up how safe it felt, and stores what may be shown. */
@Reads({ reader: 'meetings.release-safety', events: ['closing-round.answered'], queue: 'bulk' })
export class ReleaseSafety implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const meeting = await meetingsStore.hold(tx, event.ids['meetingId'] as MeetingId);
    if (!meeting) return;
    const answers = await closingRoundsStore.safetyAnswers(tx, meeting);
    const next = releaseSafety(await closingRoundsStore.released(tx, meeting.groupId), meeting, answers);
    if (next) await closingRoundsStore.release(tx, next);
  }
}
