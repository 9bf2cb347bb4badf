import type { MemberProposalId } from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { settleDueProposal } from './accept-proposal.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'group.proposal-due': { groupId: GroupId; proposalId: MemberProposalId };
  }
}

@RunsTimer({ timer: 'group.proposal-due', queue: 'normal' })
export class SettleProposal {
  run(tx: TenantTx, { ids }: DueTimer<'group.proposal-due'>): Promise<void> {
    return settleDueProposal(tx, ids.proposalId);
  }
}
