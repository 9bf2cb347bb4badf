import { Injectable } from '@nestjs/common';
import { isInGroup } from '@yoriai/domain/groups';
import type { GroupId, NoticeIds } from '@yoriai/domain/kernel';
import type { StrengthsRoundId } from '@yoriai/domain/support';
import { groupById } from '../../groups/group/groups.loader.js';
import { Describes } from '../../notifications/notices.js';
import { found } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { strengthsStore } from './strengths.store.js';

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

@Injectable()
export class StrengthNotices {
  /** An invitation to write is read while there is something to write to. */
  @Describes('strengths.opened')
  async opened(tx: TenantTx, ids: readonly NoticeIds[]) {
    const rounds = await strengthsStore.roundsByIds(tx, [
      ...new Set(ids.map(({ roundId }) => roundId as StrengthsRoundId)),
    ]);
    const open = new Set<string>(rounds.flatMap(({ id, status }) => (status === 'OPEN' ? [id] : [])));
    const facts = await groupFacts(tx, ids);
    return facts.map((fact, i) => (open.has(ids[i]!['roundId']!) ? fact : null));
  }

  @Describes('strengths.received')
  received(tx: TenantTx, all: readonly NoticeIds[]) {
    return groupFacts(tx, all);
  }
}
