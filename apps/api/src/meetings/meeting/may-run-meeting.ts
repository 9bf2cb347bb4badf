import type { Group } from '@yoriai/domain/groups';
import type { MeetingId, Verdict } from '@yoriai/domain/kernel';
import { canRunMeeting, type Meeting } from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { handoversStore } from './handovers.store.js';
import { meetingsStore } from './meetings.store.js';

export async function mayRunMeeting(
  tx: TenantTx,
  meeting: Pick<Meeting, 'id'>,
  group: Group,
): Promise<Verdict> {
  const handover = (await handoversStore.ofMeetings(tx, [meeting.id])).get(meeting.id);
  return canRunMeeting(found(tx.viewer), group, handover?.memberId ?? null);
}

/** The meeting, held as it is, for those who may run it; all others are turned away. */
export async function holdToRun(tx: TenantTx, id: MeetingId): Promise<{ meeting: Meeting; group: Group }> {
  const meeting = found(await meetingsStore.hold(tx, id));
  const group = await groupOf(tx, meeting.groupId);
  must(await mayRunMeeting(tx, meeting, group));
  return { meeting, group };
}
