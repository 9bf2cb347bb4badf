import type { Group } from '@yoriai/domain/groups';
import type { MeetingId } from '@yoriai/domain/kernel';
import { canRunMeeting, type Meeting } from '@yoriai/domain/meetings';
import { found, must } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { groupOf } from './group-of.js';
import { meetingRunsStore } from './meeting-runs.store.js';
import { meetingsStore } from './meetings.store.js';

/** The meeting, held as it is, for whoever may run it; everybody else is turned away. */
export async function atConsole(tx: TenantTx, id: MeetingId): Promise<{ meeting: Meeting; group: Group }> {
  const meeting = found(await meetingsStore.hold(tx, id));
  const group = await groupOf(tx, meeting.groupId);
  const handover = (await meetingRunsStore.handoversOf(tx, [id])).get(id);
  must(canRunMeeting(found(tx.viewer), group, handover?.memberId ?? null));
  return { meeting, group };
}
