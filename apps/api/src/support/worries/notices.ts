import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';

import { Describes } from '../../notifications/notices.js';
import { factsOfSeen } from '../requests/notices.js';
import { worriesStore } from './worries.store.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

@Injectable()
export class WorryNotices {
  @Describes('support.worry')
  async worries(tx: TenantTx, all: readonly IdsOfNotice['support.worry'][]) {
    const said = await worriesStore.byIds(
      tx,
      all.map(({ worryId }) => worryId),
    );
    return factsOfSeen(
      tx,
      all,
      said,
      ({ worryId }) => worryId,
      () => null,
    );
  }
}
