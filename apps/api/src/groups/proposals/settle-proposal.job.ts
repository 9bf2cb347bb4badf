import type { MemberProposalId } from '@yoriai/domain/groups';
import { RunsTimer, type DueTimer, type TimerRunner } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { settleDueProposal } from './accept-proposal.js';

@RunsTimer({ timer: 'group.proposal-due', queue: 'normal' })
export class SettleProposal implements TimerRunner {
  run(tx: TenantTx, { ids }: DueTimer): Promise<void> {
    return settleDueProposal(tx, ids['proposalId'] as MemberProposalId);
  }
}
