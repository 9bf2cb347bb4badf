import type { MemberId } from '@yoriai/domain/kernel';
import type { PrivateNoteId, SupportRequestId } from '@yoriai/domain/support';
import { Live } from '../../platform/live/live.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { privateNotesStore } from './private-notes.store.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';

export const notesTopic = (tenantId: string, memberId: string): string => `notes:${tenantId}:${memberId}`;

/** Shows on the screens of its two people that a note has come or gone, and on no other. */
@Reads({
  reader: 'support.push-private-note',
  events: ['support.note-sent', 'support.note-withdrawn'],
  queue: 'normal',
})
export class PushPrivateNote implements EventReader {
  constructor(private readonly live: Live) {}

  async handle(tx: TenantTx, { ids }: StoredEvent): Promise<void> {
    const requestId = ids['requestId'] as SupportRequestId;
    // One that was taken back is no longer there to say whose it was.
    const [note] = await privateNotesStore.byIds(tx, [ids['noteId'] as PrivateNoteId]);
    const readerId = note?.readerId ?? (ids['readerId'] as MemberId | undefined);
    for (const memberId of [readerId, await supportRequestsStore.askerOf(tx, requestId)])
      if (memberId) await this.live.publish(notesTopic(tx.tenantId, memberId), { requestId });
  }
}
