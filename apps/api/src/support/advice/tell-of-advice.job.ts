import type { MemberId } from '@yoriai/domain/kernel';
import type { PrivateNoteId, SupportRequestId, WorryId } from '@yoriai/domain/support';
import { notify } from '../../notifications/notify.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { adviceLeaveStore } from './advice-leave.store.js';
import { mutesStore } from '../mutes/mutes.store.js';
import { privateNotesStore } from '../private-notes/private-notes.store.js';
import { supportStore } from '../requests/support-requests.store.js';
import { worriesStore } from '../worries/worries.store.js';

/** Tells the two people, or the few, whom something concerns that the others don't see. */
@Reads({
  reader: 'support.tell-about-answers',
  events: ['support.leave-asked', 'support.advice-welcomed', 'support.note-sent', 'support.worry-told'],
  queue: 'normal',
})
export class TellAboutAnswers implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const requestId = event.ids['requestId'] as SupportRequestId;
    switch (event.name) {
      case 'support.leave-asked':
        return this.leave(tx, requestId, event.ids['memberId'] as MemberId);
      case 'support.advice-welcomed': {
        const to = await adviceLeaveStore.askedBy(tx, requestId);
        return notify(tx, { kind: 'support.advice-welcomed', to, ids: { requestId }, once: requestId });
      }
      case 'support.note-sent':
        return this.note(tx, requestId, event.ids['noteId'] as PrivateNoteId);
      default: {
        const [worry] = await worriesStore.byIds(tx, [event.ids['worryId'] as WorryId]);
        if (!worry) return;
        const to = await audiences.membersOf(tx, worry.audienceId);
        return notify(tx, {
          kind: 'support.worry',
          to,
          ids: { requestId, worryId: worry.id },
          once: worry.id,
        });
      }
    }
  }

  /** Once, however many would like to advise: nobody is pressed. */
  private async leave(tx: TenantTx, requestId: SupportRequestId, helperId: MemberId): Promise<void> {
    const asker = await supportStore.askerOf(tx, requestId);
    if (!asker || (await mutesStore.hasMuted(tx, asker, helperId))) return;
    await notify(tx, { kind: 'support.leave-asked', to: [asker], ids: { requestId }, once: requestId });
  }

  private async note(tx: TenantTx, requestId: SupportRequestId, id: PrivateNoteId): Promise<void> {
    const [note] = await privateNotesStore.byIds(tx, [id]);
    const to = note?.byAsker ? note.readerId : await supportStore.askerOf(tx, requestId);
    if (note && to)
      await notify(tx, { kind: 'support.note', to: [to], ids: { requestId, noteId: id }, once: id });
  }
}
