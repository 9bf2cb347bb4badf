import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';
import { privateNotesStore } from './private-notes.store.js';

/** Tells the other one of the two. */
@Reads({ reader: 'support.tell-of-note', events: ['support.note-sent'], queue: 'normal' })
export class TellOfPrivateNote {
  async handle(tx: TenantTx, { ids }: StoredEvent<'support.note-sent'>): Promise<void> {
    const { requestId } = ids;
    const { noteId } = ids;
    const [note] = await privateNotesStore.byIds(tx, [noteId]);
    const to = note?.byAsker ? note.readerId : await supportRequestsStore.askerOf(tx, requestId);
    if (note && to)
      await notify(tx, { kind: 'support.note', to: [to], ids: { requestId, noteId }, once: noteId });
  }
}
