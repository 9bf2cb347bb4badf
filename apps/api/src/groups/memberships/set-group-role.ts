import * as groups from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { propose } from '../group/propose.js';
import { groupsStore } from '../group/groups.store.js';
import { proposalsStore } from '../group/proposals.store.js';

export interface SetGroupRole {
  readonly groupId: GroupId;
  readonly memberId: MemberId;
  readonly role: groups.GroupRole;
  readonly deputy?: boolean | null;
  readonly takesPart?: boolean | null;
  readonly expectedVersion?: number | null;
  /** Who asks, where there is no session: the roster import of the command line. */
  readonly proposedBy?: MemberId;
}

/** Gives a member their role at once, or proposes it to a group in which people have begun to talk. */
export async function setGroupRole(tx: TenantTx, input: SetGroupRole): Promise<'SET' | 'PROPOSED'> {
  const { groupId, memberId, role, expectedVersion } = input;
  const group = await groupsStore.lock(tx, groupId);
  if (tx.viewer) must(groups.canSetGroupRole(tx.viewer, group, memberId));
  const place = { role, deputy: input.deputy ?? false, takesPart: input.takesPart ?? true };
  const proposals = await proposalsStore.openIn(tx, groupId);
  const by = {
    proposedBy: found(tx.viewer?.memberId ?? input.proposedBy),
    proposalId: tx.newId<'MemberProposal'>(),
    now: tx.now,
  };
  const setting = must(groups.setGroupRole(group, proposals, memberId, place, by, expectedVersion));
  if (setting.outcome === 'SET' && setting.next !== group) await groupsStore.save(tx, group, setting.next);
  if (setting.outcome === 'PROPOSED' && !proposals.includes(setting.proposal))
    await propose(tx, setting.proposal);
  await tx.publish(setting.events);
  return setting.outcome;
}
