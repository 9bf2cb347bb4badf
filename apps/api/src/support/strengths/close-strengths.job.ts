import { randomInt } from 'node:crypto';
import { closeStrengths, type StrengthsRoundId } from '@yoriai/domain/support';
import { forgetAnswers } from '../../platform/graphql/answer-once.js';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { strengthsStore } from './strengths.store.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'strengths.close': { roundId: StrengthsRoundId };
  }
}

/** After three weeks each member gets what was written about them. */
@RunsTimer({ timer: 'strengths.close', queue: 'normal' })
export class CloseStrengths {
  async run(tx: TenantTx, timer: DueTimer<'strengths.close'>): Promise<void> {
    const { roundId } = timer.ids;
    const round = await strengthsStore.lock(tx, roundId);
    if (round?.status !== 'OPEN') return;
    const people = new Set(await strengthsStore.peopleOf(tx, round.groupId));
    const lines = await strengthsStore.takeLines(tx, round.groupId);
    const { given, held, events } = closeStrengths(round, lines, { people, shuffle });
    await strengthsStore.give(tx, roundId, given);
    // Of two by the same writer, one held and one new, the newer stays.
    for (const line of held) await strengthsStore.write(tx, roundId, line);
    await forgetAnswers(tx, 'writeStrengths', roundId);
    await strengthsStore.close(tx, roundId);
    await tx.publish(events);
  }
}

function shuffle<T>(all: readonly T[]): readonly T[] {
  const mixed = [...all];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}
