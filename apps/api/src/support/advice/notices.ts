import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';
import { Describes } from '../../notifications/notices.js';
import { factsWithAsker } from '../requests/notices.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

@Injectable()
export class AdviceNotices {
  @Describes('support.leave-asked', 'support.advice-welcomed')
  advice(tx: TenantTx, all: readonly IdsOfNotice['support.leave-asked'][]) {
    return factsWithAsker(tx, all);
  }
}
