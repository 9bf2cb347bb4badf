import type { EventName } from '@yoriai/domain/events';
import { namesIn } from '@yoriai/domain/kernel';
import type { NoticeKind } from '@yoriai/domain/notifications';
import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { firstToCome } from './meetings-of-event.js';

const kindOf = {
  'meeting.scheduled': 'meeting.invite',
  'meeting.moved': 'meeting.moved',
  'meeting.following-moved': 'meeting.moved',
  'meeting.place-changed': 'meeting.place-changed',
  'meeting.cancelled': 'meeting.cancelled',
  'meeting.following-cancelled': 'meeting.cancelled',
} as const satisfies Partial<Record<EventName, NoticeKind>>;
const heard = namesIn(kindOf);

/**
 * Tells the group of new dates, moves, new places and cancellations: one notice per act and person, however many meetings it concerns. Changes that
 * follow one another go out in one mail. The member who did it is told too: a facilitator's calendar is like all others.
 */
@Reads({ reader: 'meetings.tell-members', events: heard, queue: 'normal' })
export class NotifyAttendees {
  async handle(tx: TenantTx, event: StoredEvent<(typeof heard)[number]>): Promise<void> {
    const group = await groupOf(tx, event.ids.groupId);
    const meetingId =
      'meetingId' in event.ids ? event.ids.meetingId : await firstToCome(tx, event.ids.seriesId);
    if (!meetingId) return;
    const kind = kindOf[event.name];
    await notify(tx, {
      kind,
      to: group.memberships.map(({ memberId }) => memberId),
      ids: { meetingId, groupId: group.id },
      once: event.id,
      ...(kind === 'meeting.invite' ? {} : { gather: `meetings:${group.id}` }),
    });
  }
}
