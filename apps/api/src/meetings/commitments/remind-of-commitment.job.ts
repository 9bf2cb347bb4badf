import { isInGroup } from '@yoriai/domain/groups';
import type { MemberId } from '@yoriai/domain/kernel';
import {
  commitmentReminderAt,
  commitmentVerdict,
  isOpenCommitment,
  type CommitmentId,
} from '@yoriai/domain/meetings';
import { notify } from '../../notifications/notify.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import { RunsTimer, type DueTimer, type TimerRunner } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { commitmentsStore } from './commitments.store.js';
import { groupOf } from '../group-of.js';

/** Tells somebody what was written down for them, and sets, moves and takes away the reminder of the day before. */
@Reads({
  reader: 'meetings.follow-commitments',
  events: ['meeting.commitment-made', 'meeting.commitment-edited', 'meeting.commitment-settled'],
  queue: 'normal',
})
export class FollowCommitments implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const id = event.ids['commitmentId'] as CommitmentId;
    const commitment = (await commitmentsStore.byIds(tx, [id])).get(id);
    if (!commitment) return;
    if (event.name === 'meeting.commitment-made')
      await notify(tx, {
        kind: 'commitment.made',
        to: [commitment.ownerId],
        ids: { commitmentId: id, meetingId: commitment.meetingId },
        once: id,
        about: event.actorId as MemberId | null,
      });
    const dueAt = commitmentReminderAt(commitment);
    if (isOpenCommitment(commitment) && dueAt > event.at)
      await tx.at(dueAt, { name: 'commitment.due', key: id, ids: { commitmentId: id } });
    else await tx.cancelTimers('commitment.due', [id]);
  }
}

/** The day before: once per person and day, silent when it was settled or the day has come. */
@RunsTimer({ timer: 'commitment.due', queue: 'normal' })
export class RemindOfCommitment implements TimerRunner {
  async run(tx: TenantTx, timer: DueTimer): Promise<void> {
    const id = timer.ids['commitmentId'] as CommitmentId;
    const commitment = (await commitmentsStore.byIds(tx, [id])).get(id);
    if (!commitment) return;
    const verdict = commitmentVerdict(commitment, tx.now);
    if (verdict === 'WAIT') await tx.at(commitmentReminderAt(commitment), timer);
    if (verdict !== 'SEND') return;
    if (!isInGroup(await groupOf(tx, commitment.groupId), commitment.ownerId)) return;
    await notify(tx, {
      kind: 'commitment.due',
      to: [commitment.ownerId],
      ids: { commitmentId: id, meetingId: commitment.meetingId },
      once: `${id}:${commitment.dueOn}`,
    });
  }
}
