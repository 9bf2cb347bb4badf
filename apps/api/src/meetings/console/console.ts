import type { Group } from '@yoriai/domain/groups';
import type { MeetingId, Verdict } from '@yoriai/domain/kernel';
import { canRunMeeting, type Meeting } from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../meeting/group-of.js';
import { meetingRunsStore } from './meeting-runs.store.js';
import { meetingsStore } from '../meeting/meetings.store.js';

export async function mayRun(tx: TenantTx, meeting: Pick<Meeting, 'id'>, group: Group): Promise<Verdict> {
  const handover = (await meetingRunsStore.handoversOf(tx, [meeting.id])).get(meeting.id);
  return canRunMeeting(found(tx.viewer), group, handover?.memberId ?? null);
}

/** The meeting, held as it is, for whoever may run it; everybody else is turned away. */
export async function atConsole(tx: TenantTx, id: MeetingId): Promise<{ meeting: Meeting; group: Group }> {
  const meeting = found(await meetingsStore.hold(tx, id));
  const group = await groupOf(tx, meeting.groupId);
  must(await mayRun(tx, meeting, group));
  return { meeting, group };
}
