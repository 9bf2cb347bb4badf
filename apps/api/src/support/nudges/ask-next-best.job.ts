import { Signing } from '../../platform/auth/signing.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { lotsForHelp, nudgeHelpers, waiting } from './nudge-helpers.js';

/** 今回は見送る: the next best is asked in their place. */
@Reads({ reader: 'support.ask-next-best', events: ['support.nudge-snoozed'], queue: 'normal' })
export class AskNextBest {
  constructor(private readonly signing: Signing) {}

  async handle(tx: TenantTx, { ids }: StoredEvent<'support.nudge-snoozed'>): Promise<void> {
    const request = await waiting(tx, ids.requestId);
    if (request) await nudgeHelpers(tx, request, await this.signing.lots(lotsForHelp));
  }
}
