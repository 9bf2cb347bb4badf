import { Live } from '../../platform/live/live.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { privateNotesStore } from './private-notes.store.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';

export const notesTopic = (tenantId: string, memberId: string): string => `notes:${tenantId}:${memberId}`;

const heard = ['support.note-sent', 'support.note-withdrawn'] as const;

/** Shows on the screens of its two people that a note has come or gone, and on no other. */
@Reads({ reader: 'support.push-private-note', events: heard, queue: 'normal' })
export class PushPrivateNote {
  constructor(private readonly live: Live) {}

  async handle(tx: TenantTx, { name, ids }: StoredEvent<(typeof heard)[number]>): Promise<void> {
    const { requestId, noteId } = ids;
    // One that was taken back is no longer there to say whose it was.
    const readerId =
      name === 'support.note-withdrawn'
        ? ids.readerId
        : (await privateNotesStore.byIds(tx, [noteId]))[0]?.readerId;
    for (const memberId of [readerId, await supportRequestsStore.askerOf(tx, requestId)])
      if (memberId) await this.live.publish(notesTopic(tx.tenantId, memberId), { requestId });
  }
}
