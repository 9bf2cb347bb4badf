import { isInGroup } from '@yoriai/domain/groups';
import type { Instant, MeetingId, MemberId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { airtimeStore } from './airtime.store.js';
import { holdToRun } from '../meeting/may-run-meeting.js';
import { runsStore } from './runs.store.js';

export interface MarkSpeaker {
  readonly meetingId: MeetingId;
  /** Whose turn it is now; null when no one is speaking. */
  readonly memberId: MemberId | null;
  /** When it was tapped; counts like that of a tap on the clock. */
  readonly at?: Instant | null;
}

/** One tap per speaker: theirs begins, the one before has ended. */
export async function markSpeaker(
  tx: TenantTx,
  { meetingId, memberId, at }: MarkSpeaker,
): Promise<MeetingId> {
  const { meeting, group } = await holdToRun(tx, meetingId);
  must(meetings.isUnderWay(meeting));
  if (memberId !== null && !isInGroup(group, memberId)) refuse({ code: 'NOT_FOUND' });
  const run = found(await runsStore.lock(tx, meetingId));
  const now = ((await airtimeStore.ofMeetings(tx, [meetingId])).get(meetingId) ?? []).find(
    ({ speakingSince }) => speakingSince !== null,
  );
  if ((now?.memberId ?? null) === memberId) return meetingId;
  const since = now?.speakingSince ?? run.since;
  const moment = meetings.momentOfTap(since, at ?? null, tx.now);
  await airtimeStore.stop(tx, meetingId, moment);
  if (memberId !== null) {
    const audienceId = await audiences.facilitators(tx, group.id);
    await airtimeStore.start(tx, meeting, { memberId, stepId: run.stepId }, audienceId, moment);
  }
  await tx.publish([{ name: 'meeting.airtime-marked', ids: { meetingId, groupId: group.id } }]);
  return meetingId;
}
