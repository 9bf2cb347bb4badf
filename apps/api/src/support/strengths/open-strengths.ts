import type { GroupId } from '@yoriai/domain/kernel';
import * as strengths from '@yoriai/domain/support';
import { lockGroup } from '../../groups/group/read-groups.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { strengthsStore } from './strengths.store.js';

/** A facilitator, or the office, begins a round. */
export async function openStrengths(tx: TenantTx, groupId: GroupId): Promise<strengths.StrengthsRoundId> {
  const viewer = found(tx.viewer);
  const group = await lockGroup(tx, groupId);
  must(strengths.canOpenStrengths(viewer, group));
  return must(await beginRound(tx, groupId));
}

/** The same for the calendar, which takes no for an answer. The caller has locked the group. */
export async function beginRound(tx: TenantTx, groupId: GroupId) {
  const decided = strengths.openStrengths(groupId, {
    id: tx.newId<'StrengthsRound'>(),
    people: (await strengthsStore.peopleOf(tx, groupId)).length,
    open: (await strengthsStore.openRoundsOf(tx, [groupId]))[0] ?? null,
    now: tx.now,
  });
  if (!decided.ok) return decided;
  const { next, events } = decided.value;
  await strengthsStore.insert(tx, next);
  await tx.at(next.closesAt, { name: 'strengths.close', key: next.id, ids: { roundId: next.id } });
  await tx.publish(events);
  return { ok: true, value: next.id } as const;
}
