import * as groups from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import { must } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { groupsStore } from './groups.store.js';
import { proposalsStore } from './proposals.store.js';

/** A facilitator lets the person in, after the members have had their seven days. */
export async function acceptProposal(tx: TenantTx, id: groups.MemberProposalId): Promise<GroupId> {
  const { group, proposal } = await lockBoth(tx, id);
  if (tx.viewer) must(groups.canAcceptProposal(tx.viewer, group));
  await seat(tx, group, must(await accepted(tx, group, proposal)));
  return group.id;
}

export async function withdrawProposal(tx: TenantTx, id: groups.MemberProposalId): Promise<GroupId> {
  const { group, proposal } = await lockBoth(tx, id);
  if (tx.viewer) must(groups.canWithdrawProposal(tx.viewer, group, proposal));
  await withdraw(tx, proposal);
  return group.id;
}

/**
 * When the seven days are over: without a concern the person joins, with one the facilitator decides. Where they cannot
 * join any more, the proposal ends quietly.
 */
export async function settleDueProposal(tx: TenantTx, id: groups.MemberProposalId): Promise<void> {
  const { group, proposal } = await lockBoth(tx, id);
  if (!groups.isDueWithoutConcern(proposal, tx.now)) return;
  const joined = await accepted(tx, group, proposal);
  if (joined.ok) await seat(tx, group, joined.value);
  else await withdraw(tx, proposal);
}

/** A group that closes takes nobody in any more. */
export async function closeProposals(
  tx: TenantTx,
  proposals: readonly groups.MemberProposal[],
): Promise<void> {
  for (const proposal of proposals) await withdraw(tx, proposal);
}

/** The group first: everything that changes who is in it waits for its row. */
export async function lockBoth(tx: TenantTx, id: groups.MemberProposalId) {
  const { groupId } = await proposalsStore.one(tx, id);
  const group = await groupsStore.lock(tx, groupId);
  return { group, proposal: await proposalsStore.one(tx, id) };
}

async function accepted(tx: TenantTx, group: groups.Group, proposal: groups.MemberProposal) {
  const status = await groupsStore.statusOfMember(tx, proposal.memberId);
  return groups.acceptProposal(group, await proposalsStore.openIn(tx, group.id), proposal, status, tx.now);
}

async function seat(
  tx: TenantTx,
  before: groups.Group,
  { group, proposal, events }: groups.Accepted,
): Promise<void> {
  await proposalsStore.save(tx, proposal);
  await groupsStore.save(tx, before, group);
  await tx.publish(events);
}

async function withdraw(tx: TenantTx, proposal: groups.MemberProposal): Promise<void> {
  const { next, events } = must(groups.withdrawProposal(proposal));
  await proposalsStore.save(tx, next);
  await tx.cancelTimers('group.proposal-due', [proposal.id]);
  await tx.publish(events);
}
