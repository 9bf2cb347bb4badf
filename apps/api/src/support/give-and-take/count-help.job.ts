import { creditsOf, nextGuardAt } from '@yoriai/domain/support';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { giveAndTakeStore } from './give-and-take.store.js';
import { thanksStore } from '../thanks/thanks.store.js';
import { tenantOf } from '../../tenancy/tenant-of.js';

export const guardTimer = { name: 'support.guard', key: 'monthly', ids: {} } as const;

/** Help is counted once, when its request is resolved, for each helper named. A request that was withdrawn or expired gives none. */
@Reads({ reader: 'support.count-help', events: ['support.resolved'], queue: 'normal' })
export class CountHelp {
  async handle(tx: TenantTx, { ids }: StoredEvent<'support.resolved'>): Promise<void> {
    const given = await thanksStore.given(tx, ids.requestId);
    if (given.length === 0) return;
    await giveAndTakeStore.add(tx, creditsOf(given, given[0]!.askerId));
    await tx.at(nextGuardAt(tx.now, (await tenantOf(tx)).timeZone), guardTimer);
  }
}
