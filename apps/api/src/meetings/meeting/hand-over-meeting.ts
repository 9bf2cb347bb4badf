import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { handoversStore } from './handovers.store.js';
import { holdToRun } from './may-run-meeting.js';

export interface HandOverMeeting {
  readonly meetingId: MeetingId;
  /** Null takes it back. */
  readonly memberId: MemberId | null;
}

export async function handOverMeeting(tx: TenantTx, { meetingId, memberId }: HandOverMeeting): Promise<void> {
  const { meeting, group } = await holdToRun(tx, meetingId);
  const { events } = must(meetings.handOverMeeting(meeting, group, memberId));
  if (await handoversStore.handOver(tx, meeting, memberId, found(tx.viewer).memberId))
    await tx.publish(events);
}
