import { isInGroup, participantsOf, type Group } from '@yoriai/domain/groups';
import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { memberById } from '../../people/members/people.loader.js';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../meeting/group-of.js';
import { meetingRolesStore } from './meeting-roles.store.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { lastTurnsBefore, topicsOfMeeting } from '../check-ins/preparation.loader.js';

/** Fills the roles of a meeting that are free, by rotation. */
export async function suggestRoles(tx: TenantTx, meetingId: MeetingId): Promise<void> {
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

/** A facilitator gives a role to somebody, or to nobody. */
export async function setRole(
  tx: TenantTx,
  meetingId: MeetingId,
  role: meetings.MeetingRole,
  memberId: MemberId | null,
): Promise<void> {
  const meeting = await meetingsStore.lock(tx, meetingId);
  const group = await groupOf(tx, meeting.groupId);
  if (tx.viewer) must(meetings.canSetRoles(tx.viewer, group));
  if (memberId && !isInGroup(group, memberId)) refuse({ code: 'NOT_FOUND' });
  await apply(tx, meeting, role, must(meetings.setMeetingRole(meeting, role, memberId, tx.now)));
}

/** A facilitator has two people change places. */
export async function swapRoles(
  tx: TenantTx,
  meetingId: MeetingId,
  roles: readonly [meetings.MeetingRole, meetings.MeetingRole],
): Promise<void> {
  const meeting = await meetingsStore.lock(tx, meetingId);
  const group = await groupOf(tx, meeting.groupId);
  if (tx.viewer) must(meetings.canSetRoles(tx.viewer, group));
  const held = await heldIn(tx, meeting, group);
  for (const { role, ...change } of must(meetings.swapMeetingRoles(meeting, roles, held, tx.now)))
    await apply(tx, meeting, role, change);
}

/** Somebody takes a role that nobody has. */
export async function takeRole(
  tx: TenantTx,
  meetingId: MeetingId,
  role: meetings.MeetingRole,
): Promise<void> {
  const viewer = found(tx.viewer);
  const meeting = await meetingsStore.lock(tx, meetingId);
  const group = await groupOf(tx, meeting.groupId);
  must(meetings.canTakeRole(viewer, group));
  const held = await heldIn(tx, meeting, group);
  await apply(
    tx,
    meeting,
    role,
    must(meetings.takeMeetingRole(meeting, role, held, viewer.memberId, tx.now)),
  );
}

/** 代わってほしい */
export async function passRoleOn(
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
  await apply(tx, meeting, role, change);
}

/** Somebody who will not come passes on all they had. */
export async function passAllRolesOn(tx: TenantTx, meetingId: MeetingId, memberId: MemberId): Promise<void> {
  const meeting = await meetingsStore.lock(tx, meetingId);
  if (!meetings.stillScheduled(meeting, tx.now).ok) return;
  const group = await groupOf(tx, meeting.groupId);
  const facts = await roleFacts(tx, meeting, group);
  if (facts.people.some((person) => person.memberId === memberId)) return;
  for (const { role } of (await heldIn(tx, meeting, group)).filter((one) => one.memberId === memberId)) {
    const held = await heldIn(tx, meeting, group);
    const { next, events } = must(meetings.passMeetingRoleOn(meeting, role, held, memberId, facts, tx.now));
    await apply(tx, meeting, role, { next, declined: null, events });
  }
}

async function apply(
  tx: TenantTx,
  meeting: meetings.Meeting,
  role: meetings.MeetingRole,
  { next, declined, events }: meetings.RoleChange,
): Promise<void> {
  if (declined) await meetingRolesStore.noteDeclined(tx, meeting, declined);
  if (next) await meetingRolesStore.give(tx, meeting, next);
  else await meetingRolesStore.free(tx, meeting.id, role);
  await tx.publish(events);
}

/** Who has which role; whoever has left the group has none. */
async function heldIn(
  tx: TenantTx,
  meeting: meetings.Meeting,
  group: Group,
): Promise<readonly meetings.RoleHeld[]> {
  const held = (await meetingRolesStore.ofMeetings(tx, [meeting.id])).get(meeting.id) ?? [];
  return held.filter(({ memberId }) => isInGroup(group, memberId));
}

/** Those who could take a role at this meeting, with what they did before. */
async function roleFacts(tx: TenantTx, meeting: meetings.Meeting, group: Group): Promise<meetings.RoleFacts> {
  const members = await memberById.batch(
    tx,
    participantsOf(group).map(({ memberId }) => memberId),
  );
  const rsvps = (await meetingsStore.rsvpsOf(tx, [meeting.id])).get(meeting.id) ?? [];
  const absent = new Set(rsvps.filter(({ answer }) => answer === 'NO').map(({ memberId }) => memberId));
  const before = await meetingRolesStore.heldBefore(tx, group.id);
  const turns = await meetingRolesStore.turns(tx, group.id);
  const people = participantsOf(group)
    .filter(({ memberId }) => members.get(memberId)?.status === 'ACTIVE' && !absent.has(memberId))
    .map(({ memberId, joinedAt }) => ({
      memberId,
      joinedAt,
      meetings: before.filter((at) => at >= joinedAt).length,
      turns: Object.fromEntries(
        turns.filter((one) => one.memberId === memberId).map((one) => [one.role, one]),
      ),
    }));
  const topics = (await topicsOfMeeting.batch(tx, [meeting.id])).get(meeting.id) ?? [];
  const lastTurns = (await lastTurnsBefore.batch(tx, [meeting.id])).get(meeting.id) ?? new Map();
  const topicOrder = meetings.hotSeatOrder(topics, lastTurns, meeting).map(({ topic }) => topic.memberId);
  const declined = await meetingRolesStore.declined(tx, meeting.id);
  return { people, declined, topicOrder: [...new Set(topicOrder)] };
}
