import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupsStore } from '../group/groups.store.js';

/** Every member of the group reads and signs new promises. */
@Reads({ reader: 'groups.tell-of-charter', events: ['group.charter-amended'], queue: 'normal' })
export class TellOfCharter {
  async handle(
    tx: TenantTx,
    { id: once, ids, actorId }: StoredEvent<'group.charter-amended'>,
  ): Promise<void> {
    const { groupId } = ids;
    const here = (await groupsStore.membershipsOf(tx, [groupId])).get(groupId) ?? [];
    const to = here.map(({ memberId }) => memberId);
    await notify(tx, {
      kind: 'charter.amended',
      to,
      ids: { groupId },
      once,
      about: actorId,
    });
  }
}
