import type { MemberId } from '@yoriai/domain/kernel';
import * as support from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { privateNotesStore } from './private-notes.store.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';

export interface Note {
  readonly requestId: support.SupportRequestId;
  readonly to: MemberId | null;
  readonly body: string;
}

/** From a reader to the asker, named or not, or the asker's answer. No one else can tell: the request itself does not change. */
export async function sendPrivateNote(tx: TenantTx, input: Note): Promise<support.PrivateNoteId> {
  const viewer = found(tx.viewer);
  const [request] = await supportRequestsStore.byIds(tx, [input.requestId]);
  const draft = { id: tx.newId<'PrivateNote'>(), body: input.body, to: input.to };
  const wroteFirst = await privateNotesStore.writersOf(tx, input.requestId);
  const { note, events } = must(
    support.sendPrivateNote(found(request), viewer.memberId, draft, wroteFirst, tx.now),
  );
  await privateNotesStore.insert(tx, note);
  await tx.publish(events);
  return note.id;
}
