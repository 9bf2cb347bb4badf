import { facilitatorsOf } from '@yoriai/domain/groups';
import type { NoIds, TimeZone } from '@yoriai/domain/kernel';
import {
  completedWindow,
  guardSpeaks,
  mayFlagAgain,
  nextGuardAt,
  type GiveAndTakeFlag,
} from '@yoriai/domain/support';
import { groupById } from '../../groups/group/groups.loader.js';
import { notify } from '../../notifications/notify.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { found } from '../../platform/errors/must.js';
import { RunsTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { guardTimer } from './count-help.job.js';
import { giveAndTakeStore, type GuardedSeat } from './give-and-take.store.js';
import { tenantOf } from '../../tenancy/tenant-of.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'support.guard': NoIds;
  }
}

/** A day after each month's end looks whether a member mostly receives, and if so asks the facilitators, in private, for a kind word. */
@RunsTimer({ timer: guardTimer.name, queue: 'bulk' })
export class GuardGiveAndTake {
  async run(tx: TenantTx): Promise<void> {
    const zone = (await tenantOf(tx)).timeZone;
    const credits = await giveAndTakeStore.since(tx, completedWindow(tx.now, zone, 1).from);
    // Where there was no help for so long there is nothing to look at; the next help starts the clock again.
    if (credits.length === 0) return;
    const receivers = [...new Set(credits.map(({ receiverId }) => receiverId).filter((id) => id !== null))];
    for (const seat of await giveAndTakeStore.participants(tx, receivers))
      if (guardSpeaks(seat, credits, tx.now, zone)) await this.flag(tx, seat, zone);
    await tx.at(nextGuardAt(tx.now, zone), guardTimer);
  }

  private async flag(tx: TenantTx, { groupId, memberId }: GuardedSeat, zone: TimeZone): Promise<void> {
    if (!mayFlagAgain(await giveAndTakeStore.flagsOf(tx, groupId, memberId), tx.now, zone)) return;
    const group = found((await groupById.batch(tx, [groupId])).get(groupId));
    const others = facilitatorsOf(group)
      .map((one) => one.memberId)
      .filter((id) => id !== memberId);
    if (others.length === 0) return;
    // Those who facilitate now, without the one it is about; it does not pass to a successor.
    const audienceId = await audiences.facilitators(tx, groupId, others);
    const flag: GiveAndTakeFlag = {
      id: tx.newId<'GiveAndTakeFlag'>(),
      groupId,
      memberId,
      state: 'OPEN',
      version: 1,
      createdAt: tx.now,
      changedAt: tx.now,
    };
    await giveAndTakeStore.addFlag(tx, flag, audienceId);
    const ids = { groupId, flagId: flag.id };
    await notify(tx, { kind: 'support.give-and-take', to: others, ids, once: flag.id });
  }
}
