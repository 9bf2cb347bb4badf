import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { applyRoleChange, heldIn } from './role-facts.js';

/** A facilitator has two people change places. */
export async function swapMeetingRoles(
  tx: TenantTx,
  meetingId: MeetingId,
  roles: readonly [meetings.MeetingRole, meetings.MeetingRole],
): Promise<void> {
  const meeting = await meetingsStore.lock(tx, meetingId);
  const group = await groupOf(tx, meeting.groupId);
  if (tx.viewer) must(meetings.canSetRoles(tx.viewer, group));
  const held = await heldIn(tx, meeting, group);
  for (const { role, ...change } of must(meetings.swapMeetingRoles(meeting, roles, held, tx.now)))
    await applyRoleChange(tx, meeting, role, change);
}
