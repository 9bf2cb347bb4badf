import type { PrivateNoteId } from '@yoriai/domain/support';
import { describeNotices } from '../../notifications/describe.js';
import { factsOfSeen } from '../requests/notices.js';
import { privateNotesStore } from './private-notes.store.js';

describeNotices(['support.note'], async (tx, all) => {
  const said = await privateNotesStore.byIds(
    tx,
    all.map(({ noteId }) => noteId as PrivateNoteId),
  );
  return factsOfSeen(
    tx,
    all,
    said,
    ({ noteId }) => noteId,
    ({ byAsker, readerId }, { askerId }) => (byAsker ? askerId : readerId),
  );
});
