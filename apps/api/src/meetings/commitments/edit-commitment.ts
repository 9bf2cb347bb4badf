import { onVersion } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { commitmentsStore } from './commitments.store.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { handoversStore } from '../meeting/handovers.store.js';

export interface EditCommitment extends meetings.CommitmentChanges {
  readonly commitmentId: meetings.CommitmentId;
}

export async function editCommitment(
  tx: TenantTx,
  { commitmentId, ...changes }: EditCommitment,
): Promise<void> {
  const viewer = found(tx.viewer);
  const commitment = await commitmentsStore.lock(tx, commitmentId);
  const group = await groupOf(tx, commitment.groupId);
  const meeting = found(await meetingsStore.hold(tx, commitment.meetingId));
  const handedTo = await handoversStore.handedTo(tx, meeting.id);
  must(meetings.canEditCommitment(viewer, group, commitment, meeting, handedTo));
  const { next, events } = must(
    onVersion(
      commitment.version,
      changes.expectedVersion,
      meetings.editCommitment(commitment, changes, tx.now),
    ),
  );
  if (next === commitment) return;
  await commitmentsStore.save(tx, next, await audiences.groupNow(tx, group.id));
  await tx.publish(events);
}
