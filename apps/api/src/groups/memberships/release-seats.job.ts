import { leaveGroup } from '@yoriai/domain/groups';
import { statusOfMember } from '../../people/members/members.loader.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { withdrawProposal } from '../proposals/withdraw-proposal.js';
import { groupsStore } from '../group/groups.store.js';
import { proposalsStore } from '../group/proposals.store.js';

/** A member who leaves the organisation, or dies, leaves its groups: their seats are free again and nothing is shown to them. */
@Reads({ reader: 'groups.release-seats', events: ['member.status-changed'], queue: 'normal' })
export class ReleaseSeats {
  async handle(tx: TenantTx, { ids }: StoredEvent<'member.status-changed'>): Promise<void> {
    const { memberId } = ids;
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
