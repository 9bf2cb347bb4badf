import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { minutesStore } from './minutes.store.js';

export interface CorrectMinutes {
  readonly meetingId: MeetingId;
  readonly text: string;
}

/** Adds what was wrong below the minutes, for those who were in the group when they were sealed. */
export async function correctMinutes(
  tx: TenantTx,
  { meetingId, text }: CorrectMinutes,
): Promise<meetings.CorrectionId> {
  const viewer = found(tx.viewer);
  const meeting = found(await meetingsStore.hold(tx, meetingId));
  const group = await groupOf(tx, meeting.groupId);
  must(meetings.canCorrectMinutes(viewer, group));
  const minutes = found((await minutesStore.ofMeetings(tx, [meetingId])).get(meetingId));
  const soFar = (await minutesStore.corrections(tx, [meetingId])).get(meetingId)?.length ?? 0;
  const { correction, events } = must(
    meetings.correctMinutes(minutes, text, soFar, viewer.memberId, tx.newId<'Correction'>(), tx.now),
  );
  await minutesStore.correct(tx, correction, await minutesStore.audienceOf(tx, minutes));
  await tx.publish(events);
  return correction.id;
}
