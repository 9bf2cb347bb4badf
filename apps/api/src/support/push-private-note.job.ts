import type { PrivateNoteId } from '@yoriai/domain/support';
import { Live } from '../platform/live/live.js';
import { Reads, type EventReader, type StoredEvent } from '../platform/outbox/reader.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { privateNotesStore } from './private-notes.store.js';
import { supportStore } from './support.store.js';

export const notesTopic = (tenantId: string, memberId: string): string => `notes:${tenantId}:${memberId}`;

/** Shows a note on the screens of its two people; no other screen so much as blinks. */
@Reads({ reader: 'support.push-private-note', events: ['support.note-sent'], queue: 'normal' })
export class PushPrivateNote implements EventReader {
  constructor(private readonly live: Live) {}

  async handle(tx: TenantTx, { ids: { noteId } }: StoredEvent): Promise<void> {
    const [note] = await privateNotesStore.byIds(tx, [noteId as PrivateNoteId]);
    if (!note) return;
    for (const memberId of [note.readerId, await supportStore.askerOf(tx, note.requestId)])
      if (memberId) await this.live.publish(notesTopic(tx.tenantId, memberId), { noteId: note.id });
  }
}
