import { isBefore } from '@yoriai/domain/kernel';
import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupsStore } from '../group/groups.store.js';

const heard = ['group.member-joined', 'member.joined'] as const;

/**
 * The newcomer is told that they are in, the others are told who has joined: no one joins a group unseen, or takes up a place that was
 * kept for them unseen.
 */
@Reads({ reader: 'groups.tell-of-newcomer', events: heard, queue: 'normal' })
export class TellOfNewcomer {
  async handle(tx: TenantTx, event: StoredEvent<(typeof heard)[number]>): Promise<void> {
    return event.name === 'member.joined' ? this.taken(tx, event) : this.joined(tx, event);
  }

  private async joined(tx: TenantTx, event: StoredEvent<'group.member-joined'>): Promise<void> {
    const { groupId, memberId } = event.ids;
    const here = (await groupsStore.membershipsOf(tx, [groupId])).get(groupId) ?? [];
    // Those who were there before; people who came together, or later, see one another on the group's page.
    const others = here.filter(({ joinedAt }) => isBefore(joinedAt, event.at)).map((other) => other.memberId);
    const about = event.actorId;
    const ids = { groupId, memberId };
    // Seven people who are added in a row are one mail to each.
    const how = { ids, once: event.id, about, gather: `group:${groupId}` };
    await notify(tx, { kind: 'group.joined', to: [memberId], ...how });
    await notify(tx, { kind: 'group.member-joined', to: others, ...how });
  }

  /** In each group that had kept a place for them. */
  private async taken(tx: TenantTx, event: StoredEvent<'member.joined'>): Promise<void> {
    const { memberId } = event.ids;
    const groupIds = (await groupsStore.idsOfMembers(tx, [memberId])).get(memberId) ?? [];
    for (const [groupId, here] of await groupsStore.membershipsOf(tx, groupIds)) {
      if (!here.some((one) => one.memberId === memberId && isBefore(one.joinedAt, event.at))) continue;
      const to = here.map((one) => one.memberId).filter((one) => one !== memberId);
      await notify(tx, {
        kind: 'group.invitation-accepted',
        to,
        ids: { groupId, memberId },
        once: `${event.id}:${groupId}`,
      });
    }
  }
}
