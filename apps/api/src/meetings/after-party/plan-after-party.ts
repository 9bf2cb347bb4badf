import { isInGroup, type Group } from '@yoriai/domain/groups';
import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { afterPartiesStore } from './after-parties.store.js';
import { groupOf } from '../meeting/group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';

export interface PlanAfterParty extends meetings.AfterPartyPlan {
  readonly meetingId: MeetingId;
}

/** 懇親会: whoever sets the dates says where it is and what it costs. */
export async function planAfterParty(tx: TenantTx, { meetingId, ...plan }: PlanAfterParty): Promise<void> {
  const { meeting, group, party } = await locked(tx, meetingId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
  const { next, events } = must(meetings.planAfterParty(meeting, party, plan, tx.now));
  if (next === party) return;
  await afterPartiesStore.save(tx, next);
  await tx.publish(events);
}

export async function callOffAfterParty(tx: TenantTx, meetingId: MeetingId): Promise<void> {
  const { meeting, group, party } = await locked(tx, meetingId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
  const events = must(meetings.callOffAfterParty(meeting, party, tx.now));
  await afterPartiesStore.remove(tx, meetingId);
  await tx.publish(events);
}

export interface AnswerAfterParty {
  readonly meetingId: MeetingId;
  readonly coming: boolean;
  /** Somebody else, who phoned; the viewer when null. */
  readonly memberId?: MemberId | null;
}

export async function answerAfterParty(tx: TenantTx, input: AnswerAfterParty): Promise<void> {
  const viewer = found(tx.viewer);
  const memberId = input.memberId ?? viewer.memberId;
  const { meeting, group, party } = await locked(tx, input.meetingId);
  must(
    memberId === viewer.memberId ? meetings.canRsvp(viewer, group) : meetings.canRsvpForOthers(viewer, group),
  );
  if (!isInGroup(group, memberId)) refuse({ code: 'NOT_FOUND' });
  const answer = { memberId, coming: input.coming };
  const { given, events } = must(meetings.answerAfterParty(meeting, party, answer, tx.now));
  if (await afterPartiesStore.answer(tx, found(party), given, viewer.memberId)) await tx.publish(events);
}

async function locked(
  tx: TenantTx,
  id: MeetingId,
): Promise<{ meeting: meetings.Meeting; group: Group; party: meetings.AfterParty | null }> {
  const meeting = await meetingsStore.lock(tx, id);
  const group = await groupOf(tx, meeting.groupId);
  return { meeting, group, party: (await afterPartiesStore.ofMeetings(tx, [id])).get(id) ?? null };
}
