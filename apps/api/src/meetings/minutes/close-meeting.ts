import { createHash } from 'node:crypto';
import { participantsOf, type Group } from '@yoriai/domain/groups';
import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { markFirstContent } from '../../groups/group/mark-first-content.js';
import { memberById } from '../../people/members/members.loader.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { commitmentsStore } from '../commitments/commitments.store.js';
import { holdToRun } from '../meeting/may-run-meeting.js';
import { decisionsStore } from './decisions.store.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { minutesStore } from './minutes.store.js';
import { writeDecisions } from './record-decision.js';
import { stopClock } from '../console/run-meeting.js';
import { attendanceStore } from '../attendance/attendance.store.js';

export interface CloseMeeting {
  readonly meetingId: MeetingId;
  /** Decisions that were not written down during the meeting. */
  readonly decisions?: readonly string[] | null;
}

/** Ends the meeting and seals its minutes. */
export async function closeMeeting(tx: TenantTx, input: CloseMeeting): Promise<MeetingId> {
  const viewer = found(tx.viewer);
  const { group, meeting } = await lockAtConsole(tx, input.meetingId);
  const { next, events } = must(meetings.closeMeeting(meeting, tx.now));
  await markFirstContent(tx, group.id);
  await writeDecisions(tx, meeting, input.decisions ?? []);
  await stopClock(tx, meeting.id);
  await meetingsStore.save(tx, next);
  await seal(tx, next, group, viewer.memberId);
  await tx.publish(events);
  return meeting.id;
}

/** Locked from the group down, as starting does, so that opening and closing queue up. */
export async function lockAtConsole(
  tx: TenantTx,
  id: MeetingId,
): Promise<{ group: Group; meeting: meetings.Meeting; open: MeetingId | null }> {
  const seen = found((await meetingsStore.byIds(tx, [id])).get(id));
  await groupOf(tx, seen.groupId);
  const open = await meetingsStore.lockOpenOf(tx, seen.groupId);
  const meeting = await meetingsStore.lock(tx, id);
  return { meeting, open, group: (await holdToRun(tx, id)).group };
}

async function seal(
  tx: TenantTx,
  meeting: meetings.Meeting,
  group: Group,
  sealedBy: MemberId,
): Promise<void> {
  const before = (await minutesStore.ofMeetings(tx, [meeting.id])).get(meeting.id);
  const text = meetings.minutesText(await contentOf(tx, meeting, group));
  const minutes: meetings.Minutes = {
    meetingId: meeting.id,
    groupId: group.id,
    edition: (before?.edition ?? 0) + 1,
    sealedAt: tx.now,
    sealedBy,
    text,
    hash: hashOf(text),
  };
  await minutesStore.seal(tx, minutes, await audiences.groupAtEpoch(tx, group.id));
}
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

async function contentOf(
  tx: TenantTx,
  meeting: meetings.Meeting,
  group: Group,
): Promise<meetings.MinutesContent> {
  const decisions = (await decisionsStore.ofMeetings(tx, [meeting.id])).get(meeting.id) ?? [];
  const all = (await commitmentsStore.ofMeetings(tx, [meeting.id])).get(meeting.id) ?? [];
  const owners = await memberById.batch(tx, [...new Set(all.map(({ ownerId }) => ownerId))]);
  const named = all.map((one) => ({ ...one, owner: owners.get(one.ownerId)?.displayName ?? '' }));
  return {
    title: meeting.title,
    startsAtLocal: meeting.startsAtLocal,
    timeZone: meeting.timeZone,
    place: meeting.place,
    present: await attendanceStore.presentAt(tx, meeting.id),
    invited: participantsOf(group).length,
    decisions: decisions.map(({ text }) => text),
    made: named.filter(({ meetingId }) => meetingId === meeting.id),
    settled: named.filter(({ settledIn }) => settledIn === meeting.id),
  };
}
