import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';

import { Describes } from '../../notifications/notices.js';
import { factsOfSeen } from '../requests/notices.js';
import { repliesStore } from './replies.store.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

@Injectable()
export class ReplyNotices {
  @Describes('support.reply')
  async replies(tx: TenantTx, all: readonly IdsOfNotice['support.reply'][]) {
    const said = await repliesStore.byIds(
      tx,
      all.map(({ replyId }) => replyId),
    );
    return factsOfSeen(
      tx,
      all,
      said,
      ({ replyId }) => replyId,
      ({ authorId }) => authorId,
    );
  }
}
