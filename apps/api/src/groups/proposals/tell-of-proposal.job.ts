import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import { notify } from '../../notifications/notify.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupsStore } from '../group/groups.store.js';

/** Every member has seven days to say what worries them, so every member is told; a concern reaches the facilitators alone. */
@Reads({
  reader: 'groups.tell-of-proposal',
  events: ['group.member-proposed', 'group.concern-raised'],
  queue: 'normal',
})
export class TellOfProposal implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const { ids, id: once } = event;
    const groupId = ids['groupId'] as GroupId;
    const here = (await groupsStore.membershipsOf(tx, [groupId])).get(groupId) ?? [];
    const [kind, people] =
      event.name === 'group.member-proposed'
        ? (['group.member-proposed', here] as const)
        : (['group.concern-raised', here.filter(({ role }) => role === 'FACILITATOR')] as const);
    const to = people.map(({ memberId }) => memberId);
    await notify(tx, { kind, to, ids, once, about: event.actorId as MemberId | null });
  }
}
