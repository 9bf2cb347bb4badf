import type { PrivateNoteId, SupportRequestId } from '@yoriai/domain/support';
import type { Page } from '../../platform/graphql/connection.js';
import { defineLoader, groupRows } from '../../platform/graphql/loader.js';
import { privateNotesStore } from './private-notes.store.js';

export const privateNoteById = defineLoader('privateNoteById', (tx, ids: readonly PrivateNoteId[]) =>
  privateNotesStore.byIds(tx, ids),
);
/** The same page of the notes on many requests; later pages come alone. */
export const notesOfRequest = (page: Page) =>
  defineLoader(
    `notesOfRequest ${page.first} ${page.after?.join() ?? ''}`,
    async (tx, ids: readonly SupportRequestId[]) =>
      groupRows(await privateNotesStore.ofRequests(tx, ids, page), ({ requestId }) => requestId),
  );
