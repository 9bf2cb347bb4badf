import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';
import { isInGroup } from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';

import { groupById } from '../../groups/group/groups.loader.js';
import { Describes } from '../../notifications/notices.js';
import { found } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { strengthsStore } from './strengths.store.js';

async function groupFacts(
  tx: TenantTx,
  ids: readonly { readonly groupId: GroupId }[],
): Promise<({ groupName: string } | null)[]> {
  const groups = await groupById.batch(tx, [...new Set(ids.map(({ groupId }) => groupId))]);
  const { memberId } = found(tx.viewer);
  return ids.map(({ groupId }) => {
    const group = groups.get(groupId);
    return group && isInGroup(group, memberId) ? { groupName: group.name } : null;
  });
}

@Injectable()
export class StrengthNotices {
  /** An invitation to write is read while there is something to write to. */
  @Describes('strengths.opened')
  async opened(tx: TenantTx, ids: readonly IdsOfNotice['strengths.opened'][]) {
    const rounds = await strengthsStore.roundsByIds(tx, [...new Set(ids.map(({ roundId }) => roundId))]);
    const open = new Set<string>(rounds.flatMap(({ id, status }) => (status === 'OPEN' ? [id] : [])));
    const facts = await groupFacts(tx, ids);
    return facts.map((fact, i) => (open.has(ids[i]!.roundId) ? fact : null));
  }

  @Describes('strengths.received')
  received(tx: TenantTx, all: readonly IdsOfNotice['strengths.received'][]) {
    return groupFacts(tx, all);
  }
}
