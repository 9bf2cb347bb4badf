import type { Group } from '@yoriai/domain/groups';
import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { afterPartiesStore } from './after-parties.store.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';

export interface PlanAfterParty extends meetings.AfterPartyPlan {
  readonly meetingId: MeetingId;
}

/** 懇親会: those who set the dates say where it is and what it costs. */
export async function planAfterParty(tx: TenantTx, { meetingId, ...plan }: PlanAfterParty): Promise<void> {
  const { meeting, group, party } = await lockAfterParty(tx, meetingId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
  const { next, events } = must(meetings.planAfterParty(meeting, party, plan, tx.now));
  if (next === party) return;
  await afterPartiesStore.save(tx, next);
  await tx.publish(events);
}

export async function lockAfterParty(
  tx: TenantTx,
  id: MeetingId,
): Promise<{ meeting: meetings.Meeting; group: Group; party: meetings.AfterParty | null }> {
  const meeting = await meetingsStore.lock(tx, id);
  const group = await groupOf(tx, meeting.groupId);
  return { meeting, group, party: (await afterPartiesStore.ofMeetings(tx, [id])).get(id) ?? null };
}
