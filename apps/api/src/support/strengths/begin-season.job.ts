import type { GroupId } from '@yoriai/domain/kernel';
import { isRested, nextSeason } from '@yoriai/domain/support';
import { lockGroup } from '../../groups/group/read-groups.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { beginRound } from './open-strengths.js';
import { strengthsStore } from './strengths.store.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'strengths.season': { groupId: GroupId };
  }
}

async function waitForSeason(tx: TenantTx, groupId: GroupId): Promise<void> {
  const { timeZone } = await tenantOf(tx);
  await tx.at(nextSeason(tx.now, timeZone), { name: 'strengths.season', key: groupId, ids: { groupId } });
}

/** Every group waits for April and October from its first day on. */
@Reads({ reader: 'strengths.plan', events: ['group.created'], queue: 'bulk' })
export class WaitForSeason {
  async handle(tx: TenantTx, { ids }: StoredEvent<'group.created'>): Promise<void> {
    await waitForSeason(tx, ids.groupId);
  }
}

/** The first of April and of October: a round begins where a group meets, and the next season is waited for until it is closed. */
@RunsTimer({ timer: 'strengths.season', queue: 'bulk' })
export class BeginSeason {
  async run(tx: TenantTx, timer: DueTimer<'strengths.season'>): Promise<void> {
    const { groupId } = timer.ids;
    const group = await lockGroup(tx, groupId);
    if (group.status === 'CLOSED') return;
    await waitForSeason(tx, groupId);
    const last = await strengthsStore.lastRoundOf(tx, groupId);
    if (group.status === 'ACTIVE' && isRested(last, tx.now)) await beginRound(tx, groupId);
  }
}
