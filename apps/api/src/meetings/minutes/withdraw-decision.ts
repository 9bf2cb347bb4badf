import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { holdToRun } from '../meeting/may-run-meeting.js';
import { decisionsStore } from './decisions.store.js';

export async function withdrawDecision(tx: TenantTx, id: meetings.DecisionId): Promise<MeetingId> {
  const decision = found((await decisionsStore.byIds(tx, [id])).get(id));
  const { meeting } = await holdToRun(tx, decision.meetingId);
  const { events } = must(meetings.withdrawDecision(meeting, decision));
  await decisionsStore.withdraw(tx, id);
  await tx.publish(events);
  return meeting.id;
}
