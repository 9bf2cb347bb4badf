import type { MeetingId } from '@yoriai/domain/kernel';
import { releaseSafety } from '@yoriai/domain/meetings';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { closingRoundsStore } from './closing-rounds.store.js';

/** Adds up how safe it felt, and stores what may be shown. */
@Reads({ reader: 'meetings.release-safety', events: ['closing-round.answered'], queue: 'bulk' })
export class ReleaseSafety implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const meeting = await meetingsStore.hold(tx, event.ids['meetingId'] as MeetingId);
    if (!meeting) return;
    const answers = await closingRoundsStore.safetyAnswers(tx, meeting);
    const next = releaseSafety(await closingRoundsStore.released(tx, meeting.groupId), meeting, answers);
    if (next) await closingRoundsStore.release(tx, next);
  }
}
