import type { PrivateNoteId, SupportRequestId, WorryId } from '@yoriai/domain/support';
import type { Page } from '../platform/graphql/connection.js';
import { defineLoader, groupRows } from '../platform/graphql/loader.js';
import { adviceLeaveStore } from './advice-leave.store.js';
import { privateNotesStore } from './private-notes.store.js';
import { worriesStore } from './worries.store.js';

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
export const worryById = defineLoader('worryById', (tx, ids: readonly WorryId[]) =>
  worriesStore.byIds(tx, ids),
);
export const worriesOfRequest = defineLoader(
  'worriesOfRequest',
  async (tx, ids: readonly SupportRequestId[]) =>
    groupRows(await worriesStore.ofRequests(tx, ids), ({ requestId }) => requestId),
);
export const isLeaveAsked = defineLoader('isLeaveAsked', (tx, ids: readonly SupportRequestId[]) =>
  adviceLeaveStore.askedAmong(tx, ids),
);
