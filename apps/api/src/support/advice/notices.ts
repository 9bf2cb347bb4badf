import type { NoticeIds } from '@yoriai/domain/kernel';
import { Injectable } from '@nestjs/common';
import { Describes } from '../../notifications/notices.js';
import { factsWithAsker } from '../requests/notices.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

@Injectable()
export class AdviceNotices {
  @Describes('support.leave-asked', 'support.advice-welcomed')
  advice(tx: TenantTx, all: readonly NoticeIds[]) {
    return factsWithAsker(tx, all);
  }
}
