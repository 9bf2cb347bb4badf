import { leaveGroup } from '@yoriai/domain/groups';
import type { MemberId } from '@yoriai/domain/kernel';
import { statusOfMember } from '../../people/members/people.loader.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { withdrawProposal } from '../proposals/withdraw-proposal.js';
import { groupsStore } from '../group/groups.store.js';
import { proposalsStore } from '../group/proposals.store.js';

/** A member who leaves the organisation, or dies, leaves its groups: their seats are free again and nothing is shown to them. */
@Reads({ reader: 'groups.release-seats', events: ['member.status-changed'], queue: 'normal' })
export class ReleaseSeats implements EventReader {
  async handle(tx: TenantTx, { ids }: StoredEvent): Promise<void> {
    const memberId = ids['memberId'] as MemberId;
    const status = await statusOfMember(tx, memberId);
    if (status !== 'ALUMNI' && status !== 'DECEASED') return;
    for (const groupId of (await groupsStore.idsOfMembers(tx, [memberId])).get(memberId) ?? []) {
      const group = await groupsStore.lock(tx, groupId);
      const left = leaveGroup(group, memberId, 'GONE');
      if (!left.ok) continue;
      await groupsStore.save(tx, group, left.value.next);
      await tx.publish(left.value.events);
    }
    for (const proposalId of await proposalsStore.openAbout(tx, memberId))
      await withdrawProposal(tx, proposalId);
  }
}
