import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { markFirstContent } from '../../groups/group/mark-first-content.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { holdToRun } from '../meeting/may-run-meeting.js';
import { decisionsStore } from './decisions.store.js';

export interface RecordDecision {
  readonly meetingId: MeetingId;
  readonly text: string;
}

export async function recordDecision(tx: TenantTx, input: RecordDecision): Promise<meetings.DecisionId> {
  const { meeting } = await holdToRun(tx, input.meetingId);
  await markFirstContent(tx, meeting.groupId);
  const [id] = await writeDecisions(tx, meeting, [input.text]);
  return found(id);
}

/** One after the other, below those that are there. */
export async function writeDecisions(
  tx: TenantTx,
  meeting: meetings.Meeting,
  texts: readonly string[],
): Promise<meetings.DecisionId[]> {
  const { memberId } = found(tx.viewer);
  const soFar = (await decisionsStore.ofMeetings(tx, [meeting.id])).get(meeting.id)?.length ?? 0;
  const audienceId = await audiences.groupAtEpoch(tx, meeting.groupId);
  const written: meetings.DecisionId[] = [];
  for (const [i, text] of texts.entries()) {
    const { decision, events } = must(
      meetings.recordDecision(meeting, text, soFar + i, memberId, tx.newId<'Decision'>(), tx.now),
    );
    await decisionsStore.insert(tx, decision, audienceId);
    await tx.publish(events);
    written.push(decision.id);
  }
  return written;
}
