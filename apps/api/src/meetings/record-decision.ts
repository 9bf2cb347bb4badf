import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { markFirstContent } from '../groups/mark-first-content.js';
import { audiences } from '../platform/audiences/audiences.js';
import { found, must } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { atConsole } from './console.js';
import { decisionsStore } from './decisions.store.js';

export interface RecordDecision {
  readonly meetingId: MeetingId;
  readonly text: string;
}

export async function recordDecision(tx: TenantTx, input: RecordDecision): Promise<meetings.DecisionId> {
  const viewer = found(tx.viewer);
  const { meeting, group } = await atConsole(tx, input.meetingId);
  const soFar = (await decisionsStore.ofMeetings(tx, [meeting.id])).get(meeting.id)?.length ?? 0;
  const { decision, events } = must(
    meetings.recordDecision(meeting, input.text, soFar, viewer.memberId, tx.newId<'Decision'>(), tx.now),
  );
  await markFirstContent(tx, group.id);
  await decisionsStore.insert(tx, decision, await audiences.groupAtEpoch(tx, group.id));
  await tx.publish(events);
  return decision.id;
}

export async function withdrawDecision(tx: TenantTx, id: meetings.DecisionId): Promise<MeetingId> {
  const decision = found((await decisionsStore.byIds(tx, [id])).get(id));
  const { meeting } = await atConsole(tx, decision.meetingId);
  const { events } = must(meetings.withdrawDecision(meeting, decision));
  await decisionsStore.withdraw(tx, id);
  await tx.publish(events);
  return meeting.id;
}
