import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';
import { Describes } from '../../notifications/notices.js';
import { factsWithAsker } from '../requests/notices.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

@Injectable()
export class ThanksNotices {
  @Describes('support.thanks', 'support.resolved')
  thanks(tx: TenantTx, all: readonly IdsOfNotice['support.thanks'][]) {
    return factsWithAsker(tx, all);
  }
}
