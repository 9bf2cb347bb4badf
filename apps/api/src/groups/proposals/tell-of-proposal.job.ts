import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupsStore } from '../group/groups.store.js';

const heard = ['group.member-proposed', 'group.concern-raised'] as const;

/** Every member has seven days to say what worries them, so every member is told; a concern reaches the facilitators alone. */
@Reads({ reader: 'groups.tell-of-proposal', events: heard, queue: 'normal' })
export class TellOfProposal {
  async handle(tx: TenantTx, event: StoredEvent<(typeof heard)[number]>): Promise<void> {
    const { ids, id: once } = event;
    const { groupId } = ids;
    const here = (await groupsStore.membershipsOf(tx, [groupId])).get(groupId) ?? [];
    const [kind, people] =
      event.name === 'group.member-proposed'
        ? (['group.member-proposed', here] as const)
        : (['group.concern-raised', here.filter(({ role }) => role === 'FACILITATOR')] as const);
    const to = people.map(({ memberId }) => memberId);
    await notify(tx, { kind, to, ids, once, about: event.actorId });
  }
}
