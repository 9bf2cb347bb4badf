import type { SupportRequestId } from '@yoriai/domain/support';
import { Signing } from '../../platform/auth/signing.js';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { lotsForHelp, nudgeHelpers, waiting } from './nudge-helpers.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'support.nudge': { requestId: SupportRequestId };
  }
}

/** 24 hours without an answer (4 for an open ear): the three best-matched members are asked. */
@RunsTimer({ timer: 'support.nudge', queue: 'normal' })
export class NudgeHelpers {
  constructor(private readonly signing: Signing) {}

  async run(tx: TenantTx, timer: DueTimer<'support.nudge'>): Promise<void> {
    const request = await waiting(tx, timer.ids.requestId);
    if (request) await nudgeHelpers(tx, request, await this.signing.lots(lotsForHelp));
  }
}
