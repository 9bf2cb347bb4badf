import * as groups from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { closeProposals } from '../group/propose.js';
import { lockBoth } from './accept-proposal.js';

export async function withdrawProposal(tx: TenantTx, id: groups.MemberProposalId): Promise<GroupId> {
  const { group, proposal } = await lockBoth(tx, id);
  if (tx.viewer) must(groups.canWithdrawProposal(tx.viewer, group, proposal));
  await closeProposals(tx, [proposal]);
  return group.id;
}
