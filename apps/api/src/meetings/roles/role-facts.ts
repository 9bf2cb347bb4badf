import { isInGroup, participantsOf, type Group } from '@yoriai/domain/groups';
import * as meetings from '@yoriai/domain/meetings';
import { memberById } from '../../people/members/members.loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { rsvpsStore } from '../meeting/rsvps.store.js';
import { lastTurnsBefore, topicsOfMeeting } from '../topics/topics.loader.js';
import { meetingRolesStore } from './meeting-roles.store.js';

export async function applyRoleChange(
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

/** Who has which role; a member who has left the group has none. */
export async function heldIn(
  tx: TenantTx,
  meeting: meetings.Meeting,
  group: Group,
): Promise<readonly meetings.RoleHeld[]> {
  const held = (await meetingRolesStore.ofMeetings(tx, [meeting.id])).get(meeting.id) ?? [];
  return held.filter(({ memberId }) => isInGroup(group, memberId));
}

/** Those who could take a role at this meeting, with what they did before. */
export async function roleFacts(
  tx: TenantTx,
  meeting: meetings.Meeting,
  group: Group,
): Promise<meetings.RoleFacts> {
  const members = await memberById.batch(
    tx,
    participantsOf(group).map(({ memberId }) => memberId),
  );
  const rsvps = (await rsvpsStore.ofMeetings(tx, [meeting.id])).get(meeting.id) ?? [];
  const absent = new Set(rsvps.filter(({ answer }) => answer === 'NO').map(({ memberId }) => memberId));
  const before = await meetingsStore.heldBefore(tx, group.id);
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
