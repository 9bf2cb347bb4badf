import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';

import { Describes } from '../../notifications/notices.js';
import { factsOfSeen } from '../requests/notices.js';
import { privateNotesStore } from './private-notes.store.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

@Injectable()
export class PrivateNoteNotices {
  @Describes('support.note')
  async privateNotes(tx: TenantTx, all: readonly IdsOfNotice['support.note'][]) {
    const said = await privateNotesStore.byIds(
      tx,
      all.map(({ noteId }) => noteId),
    );
    return factsOfSeen(
      tx,
      all,
      said,
      ({ noteId }) => noteId,
      ({ byAsker, readerId }, { askerId }) => (byAsker ? askerId : readerId),
    );
  }
}
