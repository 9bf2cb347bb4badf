import { isBefore, type GroupId, type MemberId } from '@yoriai/domain/kernel';
import { notify } from '../notifications/notify.js';
import { Reads, type EventReader, type StoredEvent } from '../platform/outbox/reader.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { groupsStore } from './groups.store.js';

/** The newcomer hears that they are in, the others hear who has come: nobody joins a group unseen. */
@Reads({ reader: 'groups.tell-of-newcomer', events: ['group.member-joined'], queue: 'normal' })
export class TellOfNewcomer implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const groupId = event.ids['groupId'] as GroupId;
    const memberId = event.ids['memberId'] as MemberId;
    const here = (await groupsStore.membershipsOf(tx, [groupId])).get(groupId) ?? [];
    // Those who were there before; people who came together, or later, see one another on the group's page.
    const others = here.filter(({ joinedAt }) => isBefore(joinedAt, event.at)).map((other) => other.memberId);
    const about = event.actorId as MemberId | null;
    const ids = { groupId, memberId };
    // Seven people who are added in a row are one mail to each.
    const how = { ids, once: event.id, about, gather: `group:${groupId}` };
    await notify(tx, { kind: 'group.joined', to: [memberId], ...how });
    await notify(tx, { kind: 'group.member-joined', to: others, ...how });
  }
}
