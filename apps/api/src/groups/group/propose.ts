import * as groups from '@yoriai/domain/groups';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { proposalsStore } from './proposals.store.js';

/** Shown to the members until it is decided. */
export async function propose(tx: TenantTx, proposal: groups.MemberProposal): Promise<void> {
  if (proposal.version === 1) await proposalsStore.insert(tx, proposal);
  else await proposalsStore.save(tx, proposal);
  const ids = { groupId: proposal.groupId, proposalId: proposal.id };
  await tx.at(proposal.decidesAt, { name: 'group.proposal-due', key: proposal.id, ids });
}

/** Taken back: a group that closes takes no one in any more, and a member who leaves gets no other role. */
export async function closeProposals(
  tx: TenantTx,
  proposals: readonly groups.MemberProposal[],
): Promise<void> {
  for (const proposal of proposals) {
    const { next, events } = must(groups.withdrawProposal(proposal));
    await proposalsStore.save(tx, next);
    await tx.cancelTimers('group.proposal-due', [proposal.id]);
    await tx.publish(events);
  }
}
