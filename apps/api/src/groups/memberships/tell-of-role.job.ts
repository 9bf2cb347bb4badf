import type { GroupId } from '@yoriai/domain/kernel';
import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupsStore } from '../group/groups.store.js';
import { proposalsStore } from '../group/proposals.store.js';
import { concernsStore } from '../proposals/concerns.store.js';

const heard = ['group.role-set', 'group.member-left', 'member.status-changed'] as const;

/**
 * Every member of a group hears of a change of role. When all who heard a concern stop facilitating, the member who raised it hears
 * that the new facilitators wait for their word: what was addressed to a facilitator does not pass to a successor.
 */
@Reads({ reader: 'groups.tell-of-role', events: heard, queue: 'normal' })
export class TellOfRole {
  async handle(tx: TenantTx, event: StoredEvent<(typeof heard)[number]>): Promise<void> {
    const { memberId } = event.ids;
    const groupId = 'groupId' in event.ids ? event.ids.groupId : null;
    const groupIds = groupId
      ? [groupId]
      : ((await groupsStore.idsOfMembers(tx, [memberId])).get(memberId) ?? []);
    for (const [id, here] of await groupsStore.membershipsOf(tx, groupIds)) {
      if (event.name === 'group.role-set') {
        const to = here.map((one) => one.memberId);
        const about = event.actorId;
        await notify(tx, {
          kind: 'group.role-set',
          to,
          ids: { groupId: id, memberId },
          once: event.id,
          about,
        });
      }
      if (here.some(({ role }) => role === 'FACILITATOR')) await this.unheard(tx, event, id);
    }
  }

  private async unheard(tx: TenantTx, event: { readonly id: string }, groupId: GroupId): Promise<void> {
    const open = await proposalsStore.openIn(tx, groupId);
    const concerns = await concernsStore.ofProposals(
      tx,
      open.map(({ id }) => id),
    );
    for (const { id: proposalId, memberId } of open) {
      const to = (concerns.get(proposalId) ?? [])
        .filter(({ heard }) => !heard)
        .map((concern) => concern.memberId);
      const ids = { groupId, proposalId, memberId };
      await notify(tx, { kind: 'group.concern-unheard', to, ids, once: `${event.id}:${proposalId}` });
    }
  }
}
