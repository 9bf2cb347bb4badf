import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { meetingRolesStore } from './meeting-roles.store.js';
import { heldIn, roleFacts } from './role-facts.js';

/** Fills the roles of a meeting that are free, by rotation. */
export async function suggestMeetingRoles(tx: TenantTx, meetingId: MeetingId): Promise<void> {
  const meeting = await meetingsStore.lock(tx, meetingId);
  const group = await groupOf(tx, meeting.groupId);
  if (tx.viewer) must(meetings.canSetRoles(tx.viewer, group));
  must(meetings.stillScheduled(meeting, tx.now));
  const facts = await roleFacts(tx, meeting, group);
  for (const held of meetings.suggestMeetingRoles(
    meetings.rolesOf(meeting),
    await heldIn(tx, meeting, group),
    facts,
  )) {
    await meetingRolesStore.give(tx, meeting, held);
    await tx.publish(meetings.rolesSet(meeting, held.memberId));
  }
}
