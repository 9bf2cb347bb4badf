import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { applyRoleChange, heldIn, roleFacts } from './role-facts.js';

/** 代わってほしい */
export async function passMeetingRoleOn(
  tx: TenantTx,
  meetingId: MeetingId,
  role: meetings.MeetingRole,
): Promise<void> {
  const viewer = found(tx.viewer);
  const meeting = await meetingsStore.lock(tx, meetingId);
  const group = await groupOf(tx, meeting.groupId);
  must(meetings.canTakeRole(viewer, group));
  const [held, facts] = [await heldIn(tx, meeting, group), await roleFacts(tx, meeting, group)];
  const change = must(meetings.passMeetingRoleOn(meeting, role, held, viewer.memberId, facts, tx.now));
  await applyRoleChange(tx, meeting, role, change);
}

/** A member who will not come passes on all they had. */
export async function passAllMeetingRolesOn(
  tx: TenantTx,
  meetingId: MeetingId,
  memberId: MemberId,
): Promise<void> {
  const meeting = await meetingsStore.lock(tx, meetingId);
  if (!meetings.stillScheduled(meeting, tx.now).ok) return;
  const group = await groupOf(tx, meeting.groupId);
  const facts = await roleFacts(tx, meeting, group);
  if (facts.people.some((person) => person.memberId === memberId)) return;
  for (const { role } of (await heldIn(tx, meeting, group)).filter((one) => one.memberId === memberId)) {
    const held = await heldIn(tx, meeting, group);
    const { next, events } = must(meetings.passMeetingRoleOn(meeting, role, held, memberId, facts, tx.now));
    await applyRoleChange(tx, meeting, role, { next, declined: null, events });
  }
}
