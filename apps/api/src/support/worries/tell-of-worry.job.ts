import { notify } from '../../notifications/notify.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { worriesStore } from './worries.store.js';

/** Tells the facilitators, as they were when it was told. */
@Reads({ reader: 'support.tell-of-worry', events: ['support.worry-told'], queue: 'normal' })
export class TellOfWorry {
  async handle(tx: TenantTx, { ids }: StoredEvent<'support.worry-told'>): Promise<void> {
    const { requestId } = ids;
    const [worry] = await worriesStore.byIds(tx, [ids.worryId]);
    if (!worry) return;
    const to = await audiences.membersOf(tx, worry.audienceId);
    await notify(tx, {
      kind: 'support.worry',
      to,
      ids: { requestId, worryId: worry.id },
      once: worry.id,
    });
  }
}
