import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import { notify } from '../../notifications/notify.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { handoversStore } from './handovers.store.js';

/** Notifies the member who was asked to run a meeting, unless that was taken back in the meantime. */
@Reads({ reader: 'meetings.ask-to-run', events: ['meeting.handed-over'], queue: 'normal' })
export class NotifyOfHandOver implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const meetingId = event.ids['meetingId'] as MeetingId;
    const handover = (await handoversStore.ofMeetings(tx, [meetingId])).get(meetingId);
    if (!handover?.memberId || handover.memberId !== event.ids['memberId']) return;
    await notify(tx, {
      kind: 'meeting.handed-over',
      to: [handover.memberId],
      ids: { meetingId },
      once: event.id,
      about: event.actorId as MemberId | null,
    });
  }
}
