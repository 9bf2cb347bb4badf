import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';
import { isOpenCommitment, type CommitmentFacts } from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { Describes } from '../../notifications/notices.js';
import { commitmentsStore } from './commitments.store.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

@Injectable()
export class CommitmentNotices {
  @Describes('commitment.made', 'commitment.due')
  async commitments(tx: TenantTx, all: readonly IdsOfNotice['commitment.made'][]) {
    const ids = all.map(({ commitmentId }) => commitmentId);
    const commitments = await commitmentsStore.byIds(tx, ids);
    const groups = await groupById.batch(tx, [
      ...new Set([...commitments.values()].map(({ groupId }) => groupId)),
    ]);
    return ids.map((id): CommitmentFacts | null => {
      const commitment = commitments.get(id);
      const group = commitment && groups.get(commitment.groupId);
      if (!group || !isOpenCommitment(commitment)) return null;
      return { groupName: group.name, statement: commitment.statement, dueOn: commitment.dueOn };
    });
  }
}
