import type { MemberId } from '@yoriai/domain/kernel';
import * as strengths from '@yoriai/domain/support';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { strengthsStore } from './strengths.store.js';

export interface LineWritten {
  readonly aboutId: MemberId;
  readonly text: string;
  readonly signed: boolean;
  readonly expectedVersion: number | null;
}

/** A peer's lines, all of a screen at once; an empty one is taken back, also one that is held, unless the next round has just shown it. */
export async function writeStrengths(
  tx: TenantTx,
  roundId: strengths.StrengthsRoundId,
  lines: readonly LineWritten[],
): Promise<strengths.StrengthsRoundId> {
  const viewer = found(tx.viewer);
  const round = found(await strengthsStore.lock(tx, roundId));
  const people = new Set(await strengthsStore.peopleOf(tx, round.groupId));
  const written = new Map(
    (await strengthsStore.linesOfMine(tx, roundId)).map((line) => [line.aboutId, line]),
  );
  for (const line of lines) {
    const input = { ...line, writerId: viewer.memberId };
    const before = written.get(line.aboutId) ?? null;
    const next = must(strengths.writeStrength(round, input, { before, people, now: tx.now }));
    if (next === before) continue;
    if (next) await strengthsStore.write(tx, roundId, next);
    else if (!(await strengthsStore.erase(tx, roundId, viewer.memberId, line.aboutId)) && before)
      refuse({ code: 'ROUND_CLOSED' });
  }
  return roundId;
}
