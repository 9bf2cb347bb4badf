import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { strengthsStore } from './strengths.store.js';

const heard = ['strengths.opened', 'strengths.closed'] as const;

/** The people of the group hear that they can write, and later that something has been written about them. */
@Reads({ reader: 'strengths.tell', events: heard, queue: 'normal' })
export class TellOfStrengths {
  async handle(
    tx: TenantTx,
    { name, ids: { roundId, groupId } }: StoredEvent<(typeof heard)[number]>,
  ): Promise<void> {
    const round = { roundId, groupId };
    if (name === 'strengths.opened') {
      const to = await strengthsStore.peopleOf(tx, groupId);
      return notify(tx, { kind: 'strengths.opened', to, ids: round, once: roundId });
    }
    const to = await strengthsStore.receiversOf(tx, roundId);
    return notify(tx, { kind: 'strengths.received', to, ids: round, once: roundId });
  }
}
