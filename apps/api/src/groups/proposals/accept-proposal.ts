import * as groups from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import { statusOfMember } from '../../people/members/members.loader.js';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupsStore } from '../group/groups.store.js';
import { closeProposals } from '../group/propose.js';
import { proposalsStore } from '../group/proposals.store.js';
import { concernsStore } from './concerns.store.js';

/** A facilitator lets it come true, after the members have had their seven days. */
export async function acceptProposal(tx: TenantTx, id: groups.MemberProposalId): Promise<GroupId> {
  const { group, proposal } = await lockBoth(tx, id);
  if (tx.viewer) must(groups.canAcceptProposal(tx.viewer, group, proposal));
  // Row-level security shows the decider the concerns they have heard.
  const heard = ((await concernsStore.ofProposals(tx, [id])).get(id) ?? []).length;
  await settle(tx, group, must(await accepted(tx, group, proposal, heard)));
  return group.id;
}

/**
 * When the seven days are over: without a concern it comes true, with one the facilitator decides. Where it cannot any more, the
 * proposal ends quietly.
 */
export async function settleDueProposal(tx: TenantTx, id: groups.MemberProposalId): Promise<void> {
  const { group, proposal } = await lockBoth(tx, id);
  if (!groups.isDueWithoutConcern(proposal, tx.now)) return;
  const done = await accepted(tx, group, proposal, 0);
  if (done.ok) await settle(tx, group, done.value);
  else await closeProposals(tx, [proposal]);
}

/** The group first: everything that changes who is in it waits for its row. */
export async function lockBoth(tx: TenantTx, id: groups.MemberProposalId) {
  const { groupId } = await proposalsStore.one(tx, id);
  const group = await groupsStore.lock(tx, groupId);
  return { group, proposal: await proposalsStore.one(tx, id) };
}

async function accepted(tx: TenantTx, group: groups.Group, proposal: groups.MemberProposal, heard: number) {
  const status = await statusOfMember(tx, proposal.memberId);
  const open = await proposalsStore.openIn(tx, group.id);
  return groups.acceptProposal(group, open, proposal, { status, heard }, tx.now);
}

async function settle(
  tx: TenantTx,
  before: groups.Group,
  { group, proposal, events }: groups.Accepted,
): Promise<void> {
  await proposalsStore.save(tx, proposal);
  await groupsStore.save(tx, before, group);
  await tx.publish(events);
}
