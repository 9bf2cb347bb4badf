import { isInGroup } from '@yoriai/domain/groups';
import { dateAt, type MeetingId, type MemberId, type PlainDate } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { markFirstContent } from '../../groups/group/mark-first-content.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { commitmentsStore } from './commitments.store.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { handoversStore } from '../meeting/handovers.store.js';

export interface MakeCommitment {
  readonly meetingId: MeetingId;
  /** The viewer when null. */
  readonly ownerId?: MemberId | null;
  readonly statement: string;
  /** The day of the next meeting when null. */
  readonly dueOn?: PlainDate | null;
}

export async function makeCommitment(tx: TenantTx, input: MakeCommitment): Promise<meetings.CommitmentId> {
  const viewer = found(tx.viewer);
  const ownerId = input.ownerId ?? viewer.memberId;
  const meeting = found(await meetingsStore.hold(tx, input.meetingId));
  const group = await groupOf(tx, meeting.groupId);
  const handedTo = await handoversStore.handedTo(tx, meeting.id);
  must(meetings.canMakeCommitment(viewer, group, ownerId, handedTo));
  if (!isInGroup(group, ownerId)) refuse({ code: 'NOT_FOUND' });
  const open = await commitmentsStore.countOpen(tx, group.id, ownerId);
  const dueOn = input.dueOn ?? (await usualDay(tx, meeting));
  const made = { ownerId, madeBy: viewer.memberId, statement: input.statement, dueOn };
  const { commitment, events } = must(
    meetings.makeCommitment(meeting, made, open, tx.newId<'Commitment'>(), tx.now),
  );
  await markFirstContent(tx, group.id);
  await commitmentsStore.insert(tx, commitment, await audiences.groupNow(tx, group.id));
  await tx.publish(events);
  return commitment.id;
}

/** By the meeting after this one. */
async function usualDay(tx: TenantTx, meeting: meetings.Meeting): Promise<PlainDate> {
  const [today, meetingDay] = [dateAt(tx.now, meeting.timeZone), meeting.startsAtLocal.slice(0, 10)];
  const days = await meetingsStore.daysAhead(tx, meeting.groupId);
  return meetings.usualDueOn(today > meetingDay ? today : meetingDay, days);
}
