import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { attendanceStore } from '../attendance/attendance.store.js';
import { makeCommitment } from '../commitments/make-commitment.js';
import { startMeeting } from '../console/start-meeting.js';
import { holdToRun } from '../meeting/may-run-meeting.js';
import { closeMeeting } from './close-meeting.js';

export interface EnterMeeting {
  readonly meetingId: MeetingId;
  readonly present: readonly meetings.Attendance[];
  readonly decisions: readonly string[];
  readonly commitments: readonly { readonly ownerId: MemberId; readonly statement: string }[];
}

/** A meeting that was run on paper: who came, what was decided, what each will do; all of it or nothing, and the meeting is closed. */
export async function enterMeeting(tx: TenantTx, input: EnterMeeting): Promise<MeetingId> {
  const viewer = found(tx.viewer);
  const { meetingId, present, decisions, commitments } = input;
  const { meeting, group } = await holdToRun(tx, meetingId);
  const { opens } = must(meetings.enterMeeting(meeting, group, present, tx.now));
  if (opens) await startMeeting(tx, { meetingId });
  for (const attendance of present) await attendanceStore.mark(tx, meeting, attendance, viewer.memberId);
  for (const { ownerId, statement } of commitments)
    await makeCommitment(tx, { meetingId, ownerId, statement });
  return closeMeeting(tx, { meetingId, decisions });
}
