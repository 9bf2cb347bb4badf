import * as groups from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import { statusOfMember } from '../../people/members/members.loader.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { propose } from '../group/propose.js';
import { groupsStore } from '../group/groups.store.js';
import { proposalsStore } from '../group/proposals.store.js';

export interface AddGroupMember {
  readonly groupId: GroupId;
  readonly memberId: MemberId;
  readonly role?: groups.GroupRole | null;
  readonly deputy?: boolean | null;
  readonly takesPart?: boolean | null;
  /** Who asks them in, where there is no session: a join link, the roster import of the command line, the demo. */
  readonly proposedBy?: MemberId;
}

/** Seats a member at once, or proposes them to a group in which people have begun to talk. */
export async function addGroupMember(tx: TenantTx, input: AddGroupMember): Promise<'JOINED' | 'PROPOSED'> {
  const { groupId, memberId } = input;
  const place = {
    role: input.role ?? 'MEMBER',
    deputy: input.deputy ?? false,
    takesPart: input.takesPart ?? true,
  };
  const group = await groupsStore.lock(tx, groupId);
  if (tx.viewer) must(groups.canAddGroupMember(tx.viewer, group, memberId, place));
  const proposedBy = found(tx.viewer?.memberId ?? input.proposedBy);
  const admission = must(
    groups.addGroupMember(
      group,
      await proposalsStore.openIn(tx, groupId),
      { memberId, status: await statusOfMember(tx, memberId) },
      place,
      { proposedBy, proposalId: tx.newId<'MemberProposal'>() },
      tx.now,
    ),
  );
  if (admission.outcome === 'JOINED') await groupsStore.save(tx, group, admission.next);
  else await propose(tx, admission.proposal);
  await tx.publish(admission.events);
  return admission.outcome;
}
