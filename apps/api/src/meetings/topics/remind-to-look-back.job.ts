import { isInGroup } from '@yoriai/domain/groups';
import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import { notify } from '../../notifications/notify.js';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'meeting.one-year-later': { meetingId: MeetingId; memberId: MemberId };
  }
}

/** 一年後の今日: for the one who asked for it, if they are still in the group. */
@RunsTimer({ timer: 'meeting.one-year-later', queue: 'normal' })
export class RemindToLookBack {
  async run(tx: TenantTx, { ids }: DueTimer<'meeting.one-year-later'>): Promise<void> {
    const meeting = await meetingsStore.hold(tx, ids.meetingId);
    const { memberId } = ids;
    if (!meeting || !isInGroup(await groupOf(tx, meeting.groupId), memberId)) return;
    await notify(tx, {
      kind: 'meeting.one-year-later',
      to: [memberId],
      ids: { meetingId: meeting.id },
      once: meeting.id,
    });
  }
}
