import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { applyRoleChange, heldIn } from './role-facts.js';

/** A member takes a free role. */
export async function takeMeetingRole(
  tx: TenantTx,
  meetingId: MeetingId,
  role: meetings.MeetingRole,
): Promise<void> {
  const viewer = found(tx.viewer);
  const meeting = await meetingsStore.lock(tx, meetingId);
  const group = await groupOf(tx, meeting.groupId);
  must(meetings.canTakeRole(viewer, group));
  const held = await heldIn(tx, meeting, group);
  await applyRoleChange(
    tx,
    meeting,
    role,
    must(meetings.takeMeetingRole(meeting, role, held, viewer.memberId, tx.now)),
  );
}
