import { randomInt } from 'node:crypto';
import type { GroupId } from '@yoriai/domain/kernel';
import { closeStrengths, isRested, nextSeason, type StrengthsRoundId } from '@yoriai/domain/support';
import { lockGroup } from '../../groups/group/read-groups.js';
import { notify } from '../../notifications/notify.js';
import { forgetAnswers } from '../../platform/graphql/answer-once.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import { RunsTimer, type DueTimer, type TimerRunner } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { beginRound } from './open-strengths.js';
import { strengthsStore } from './strengths.store.js';

async function waitForSeason(tx: TenantTx, groupId: GroupId): Promise<void> {
  const { timeZone } = await tenantOf(tx);
  await tx.at(nextSeason(tx.now, timeZone), { name: 'strengths.season', key: groupId, ids: { groupId } });
}

/** Every group waits for April and October from its first day on. */
@Reads({ reader: 'strengths.plan', events: ['group.created'], queue: 'bulk' })
export class PlanStrengths implements EventReader {
  async handle(tx: TenantTx, { ids }: StoredEvent): Promise<void> {
    await waitForSeason(tx, ids['groupId'] as GroupId);
  }
}

/** The first of April and of October: a round begins where a group meets, and the next season is waited for until it is closed. */
@RunsTimer({ timer: 'strengths.season', queue: 'bulk' })
export class BeginSeason implements TimerRunner {
  async run(tx: TenantTx, timer: DueTimer): Promise<void> {
    const groupId = timer.ids['groupId'] as GroupId;
    const group = await lockGroup(tx, groupId);
    if (group.status === 'CLOSED') return;
    await waitForSeason(tx, groupId);
    const last = await strengthsStore.lastRoundOf(tx, groupId);
    if (group.status === 'ACTIVE' && isRested(last, tx.now)) await beginRound(tx, groupId);
  }
}

/** After three weeks everybody gets what was written about them. */
@RunsTimer({ timer: 'strengths.close', queue: 'normal' })
export class CloseStrengths implements TimerRunner {
  async run(tx: TenantTx, timer: DueTimer): Promise<void> {
    const roundId = timer.ids['roundId'] as StrengthsRoundId;
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

/** The people of the group hear that they can write, and later that something has been written about them. */
@Reads({ reader: 'strengths.tell', events: ['strengths.opened', 'strengths.closed'], queue: 'normal' })
export class TellOfStrengths implements EventReader {
  async handle(tx: TenantTx, { name, ids: { roundId, groupId } }: StoredEvent): Promise<void> {
    const round = { roundId: roundId!, groupId: groupId! };
    if (name === 'strengths.opened') {
      const to = await strengthsStore.peopleOf(tx, groupId as GroupId);
      return notify(tx, { kind: 'strengths.opened', to, ids: round, once: round.roundId });
    }
    const to = await strengthsStore.receiversOf(tx, roundId as StrengthsRoundId);
    return notify(tx, { kind: 'strengths.received', to, ids: round, once: round.roundId });
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
