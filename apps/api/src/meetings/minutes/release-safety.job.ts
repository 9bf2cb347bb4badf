import { releaseSafety } from '@yoriai/domain/meetings';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { closingRoundsStore } from './closing-rounds.store.js';

/** Adds up how safe it felt, and stores what may be shown. */
@Reads({ reader: 'meetings.release-safety', events: ['closing-round.answered'], queue: 'bulk' })
export class ReleaseSafety {
  async handle(tx: TenantTx, event: StoredEvent<'closing-round.answered'>): Promise<void> {
    const meeting = await meetingsStore.hold(tx, event.ids.meetingId);
    if (!meeting) return;
    const answers = await closingRoundsStore.safetyAnswers(tx, meeting);
    const next = releaseSafety(await closingRoundsStore.released(tx, meeting.groupId), meeting, answers);
    if (next) await closingRoundsStore.release(tx, next);
  }
}
