import { isInGroup } from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import type { NoticeIds } from '@yoriai/domain/notifications';
import type { StrengthsRoundId } from '@yoriai/domain/support';
import { groupById } from '../../groups/group/groups.loader.js';
import { describeNotices } from '../../notifications/describe.js';
import { found } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { strengthsStore } from './strengths.store.js';

// An invitation to write is read while there is something to write to.
describeNotices(['strengths.opened'], async (tx, ids) => {
  const rounds = await strengthsStore.roundsByIds(tx, [
    ...new Set(ids.map(({ roundId }) => roundId as StrengthsRoundId)),
  ]);
  const open = new Set<string>(rounds.flatMap(({ id, status }) => (status === 'OPEN' ? [id] : [])));
  const facts = await groupFacts(tx, ids);
  return facts.map((fact, i) => (open.has(ids[i]!['roundId']!) ? fact : null));
});
describeNotices(['strengths.received'], groupFacts);

async function groupFacts(
  tx: TenantTx,
  ids: readonly NoticeIds[],
): Promise<({ groupName: string } | null)[]> {
  const groups = await groupById.batch(tx, [...new Set(ids.map(({ groupId }) => groupId as GroupId))]);
  const { memberId } = found(tx.viewer);
  return ids.map(({ groupId }) => {
    const group = groups.get(groupId as GroupId);
    return group && isInGroup(group, memberId) ? { groupName: group.name } : null;
  });
}
