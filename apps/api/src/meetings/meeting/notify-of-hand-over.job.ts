import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { handoversStore } from './handovers.store.js';

/** Notifies the member who was asked to run a meeting, unless that was taken back in the meantime. */
@Reads({ reader: 'meetings.ask-to-run', events: ['meeting.handed-over'], queue: 'normal' })
export class NotifyOfHandOver {
  async handle(tx: TenantTx, event: StoredEvent<'meeting.handed-over'>): Promise<void> {
    const { meetingId } = event.ids;
    const handover = (await handoversStore.ofMeetings(tx, [meetingId])).get(meetingId);
    if (!handover?.memberId || handover.memberId !== event.ids.memberId) return;
    await notify(tx, {
      kind: 'meeting.handed-over',
      to: [handover.memberId],
      ids: { meetingId },
      once: event.id,
      about: event.actorId,
    });
  }
}
