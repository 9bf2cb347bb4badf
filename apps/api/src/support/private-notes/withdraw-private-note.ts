import * as support from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { privateNotesStore } from './private-notes.store.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';

/** Its writer takes it back; its reader finds nothing in its place. */
export async function withdrawPrivateNote(tx: TenantTx, id: support.PrivateNoteId): Promise<void> {
  const viewer = found(tx.viewer);
  const note = found((await privateNotesStore.byIds(tx, [id]))[0]);
  const [request] = await supportRequestsStore.byIds(tx, [note.requestId]);
  must(support.canWithdrawNote(viewer, note, { mine: request?.mine ?? false }));
  if (await privateNotesStore.remove(tx, id)) await tx.publish(support.withdrawNote(note));
}
