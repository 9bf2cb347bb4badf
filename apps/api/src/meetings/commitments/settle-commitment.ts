import { dateAt, onVersion, sameVersion, type PlainDate } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { commitmentsStore } from './commitments.store.js';
import { groupOf } from '../group-of.js';
import { handoversStore } from '../meeting/handovers.store.js';
import { meetingsStore } from '../meeting/meetings.store.js';

export interface SettleCommitment {
  readonly commitmentId: meetings.CommitmentId;
  readonly status: meetings.CommitmentStatus;
  readonly reason?: string | null;
  /** For CARRIED; the day of the next meeting after the old day when null. */
  readonly dueOn?: PlainDate | null;
  readonly expectedVersion?: number | null;
}

export async function settleCommitment(tx: TenantTx, input: SettleCommitment): Promise<void> {
  const viewer = found(tx.viewer);
  const commitment = await commitmentsStore.lock(tx, input.commitmentId);
  const group = await groupOf(tx, commitment.groupId);
  const meetingId = await meetingsStore.openOf(tx, group.id);
  const handedTo = meetingId && (await handoversStore.handedTo(tx, meetingId));
  must(meetings.canSettleCommitment(viewer, group, commitment, handedTo));
  const last = await commitmentsStore.lastSettlement(tx, commitment.id);
  // The day that was meant by a person who carried it and has not heard so: counted from the day it had then.
  const isStale = !sameVersion(commitment.version, input.expectedVersion).ok;
  const from = isStale && last?.status === 'CARRIED' ? { ...commitment, dueOn: last.dueBefore } : commitment;
  const wish = {
    status: input.status,
    reason: input.reason,
    dueOn: input.dueOn ?? (await laterDay(tx, from)),
    by: viewer.memberId,
    meetingId,
  };
  const { next, settlement, events } = must(
    onVersion(
      commitment.version,
      input.expectedVersion,
      meetings.settleCommitment(commitment, last, wish, tx.now),
    ),
  );
  if (!settlement) return;
  must(sameVersion(commitment.version, input.expectedVersion));
  // Open ones are for the people of today; what was settled stays with those who were there.
  const audienceId = await (meetings.isOpenCommitment(next)
    ? audiences.groupNow(tx, group.id)
    : audiences.groupAtEpoch(tx, group.id));
  await commitmentsStore.save(tx, next, audienceId);
  await commitmentsStore.insertSettlement(tx, settlement, commitment.ownerId, audienceId);
  await tx.publish(events);
}

/** The next meeting after the day it was meant for, and after today. */
async function laterDay(tx: TenantTx, { groupId, dueOn, timeZone }: meetings.Commitment): Promise<PlainDate> {
  const today = dateAt(tx.now, timeZone);
  return meetings.usualDueOn(dueOn > today ? dueOn : today, await meetingsStore.daysAhead(tx, groupId));
}
