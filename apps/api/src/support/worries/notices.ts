import type { NoticeIds } from '@yoriai/domain/kernel';
import { Injectable } from '@nestjs/common';
import type { WorryId } from '@yoriai/domain/support';
import { Describes } from '../../notifications/notices.js';
import { factsOfSeen } from '../requests/notices.js';
import { worriesStore } from './worries.store.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

@Injectable()
export class WorryNotices {
  @Describes('support.worry')
  async worries(tx: TenantTx, all: readonly NoticeIds[]) {
    const said = await worriesStore.byIds(
      tx,
      all.map(({ worryId }) => worryId as WorryId),
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
