import { isInGroup } from '@yoriai/domain/groups';
import {
  commitmentReminderAt,
  commitmentVerdict,
  isOpenCommitment,
  type CommitmentId,
} from '@yoriai/domain/meetings';
import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { commitmentsStore } from './commitments.store.js';
import { groupOf } from '../group-of.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'commitment.due': { commitmentId: CommitmentId };
  }
}

const heard = ['meeting.commitment-made', 'meeting.commitment-edited', 'meeting.commitment-settled'] as const;

/** Tells a member what was written down for them, and sets, moves and takes away the reminder of the day before. */
@Reads({ reader: 'meetings.follow-commitments', events: heard, queue: 'normal' })
export class FollowCommitments {
  async handle(tx: TenantTx, event: StoredEvent<(typeof heard)[number]>): Promise<void> {
    const id = event.ids.commitmentId;
    const commitment = (await commitmentsStore.byIds(tx, [id])).get(id);
    if (!commitment) return;
    if (event.name === 'meeting.commitment-made')
      await notify(tx, {
        kind: 'commitment.made',
        to: [commitment.ownerId],
        ids: { commitmentId: id, meetingId: commitment.meetingId },
        once: id,
        about: event.actorId,
      });
    const dueAt = commitmentReminderAt(commitment);
    if (isOpenCommitment(commitment) && dueAt > event.at)
      await tx.at(dueAt, { name: 'commitment.due', key: id, ids: { commitmentId: id } });
    else await tx.cancelTimers('commitment.due', [id]);
  }
}

/** The day before: once per person and day, silent when it was settled or the day has come. */
@RunsTimer({ timer: 'commitment.due', queue: 'normal' })
export class RemindOfCommitment {
  async run(tx: TenantTx, timer: DueTimer<'commitment.due'>): Promise<void> {
    const id = timer.ids.commitmentId;
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
