import type { GroupId } from '@yoriai/domain/kernel';
import type { StrengthsRoundId } from '@yoriai/domain/support';
import { notify } from '../../notifications/notify.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { strengthsStore } from './strengths.store.js';

/** The people of the group hear that they can write, and later that something has been written about them. */
@Reads({ reader: 'strengths.tell', events: ['strengths.opened', 'strengths.closed'], queue: 'normal' })
export class TellOfStrengths implements EventReader {
  async handle(tx: TenantTx, { name, ids: { roundId, groupId } }: StoredEvent): Promise<void> {
    const round = { roundId: roundId!, groupId: groupId! };
    if (name === 'strengths.opened') {
      const to = await strengthsStore.peopleOf(tx, groupId as GroupId);
      return notify(tx, { kind: 'strengths.opened', to, ids: round, once: round.roundId });
    }
    const to = await strengthsStore.receiversOf(tx, roundId as StrengthsRoundId);
    return notify(tx, { kind: 'strengths.received', to, ids: round, once: round.roundId });
  }
}
