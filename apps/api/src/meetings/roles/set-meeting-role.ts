import { isInGroup } from '@yoriai/domain/groups';
import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { applyRoleChange } from './role-facts.js';

/** A facilitator gives a role to a member, or frees it. */
export async function setMeetingRole(
  tx: TenantTx,
  meetingId: MeetingId,
  role: meetings.MeetingRole,
  memberId: MemberId | null,
): Promise<void> {
  const meeting = await meetingsStore.lock(tx, meetingId);
  const group = await groupOf(tx, meeting.groupId);
  if (tx.viewer) must(meetings.canSetRoles(tx.viewer, group));
  if (memberId && !isInGroup(group, memberId)) refuse({ code: 'NOT_FOUND' });
  await applyRoleChange(tx, meeting, role, must(meetings.setMeetingRole(meeting, role, memberId, tx.now)));
}
