import { isOpenCommitment, type CommitmentId } from '@yoriai/domain/meetings';
import type { CommitmentFacts } from '@yoriai/domain/notifications';
import { groupById } from '../../groups/group/groups.loader.js';
import { describeNotices } from '../../notifications/describe.js';
import { commitmentsStore } from './commitments.store.js';

describeNotices(['commitment.made', 'commitment.due'], async (tx, all) => {
  const ids = all.map(({ commitmentId }) => commitmentId as CommitmentId);
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
});
