import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { checkInsStore } from '../check-ins/check-ins.store.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { topicsStore } from '../topics/topics.store.js';
import { remarksStore } from './remarks.store.js';

export interface MakeRemark {
  /** What is answered: exactly one of the two. */
  readonly checkInId: meetings.CheckInId | null;
  readonly topicId: meetings.TopicId | null;
  readonly body: string;
}

/** A member answers a check-in or a topic that they may read. */
export async function makeRemark(
  tx: TenantTx,
  { checkInId, topicId, body }: MakeRemark,
): Promise<meetings.RemarkId> {
  const viewer = found(tx.viewer);
  if ((checkInId === null) === (topicId === null))
    refuse({ code: 'BAD_USER_INPUT', field: 'topicId', rule: 'REQUIRED' });
  const { target, meetingId } = found(await seenTarget(tx, checkInId, topicId));
  const meeting = found(await meetingsStore.hold(tx, meetingId));
  must(meetings.canRemark(viewer, await groupOf(tx, meeting.groupId)));
  const facts = { id: tx.newId<'Remark'>(), memberId: viewer.memberId, now: tx.now };
  const { remark, events } = must(meetings.makeRemark(meeting, target, body, facts));
  await remarksStore.insert(tx, remark, meeting.groupId);
  await tx.publish(events);
  return remark.id;
}

interface Answered {
  readonly target: meetings.RemarkTarget;
  readonly meetingId: MeetingId;
}

export async function seenTarget(
  tx: TenantTx,
  checkInId: meetings.CheckInId | null,
  topicId: meetings.TopicId | null,
): Promise<Answered | null> {
  if (checkInId) {
    const [of] = await checkInsStore.byIds(tx, [checkInId]);
    return of ? { target: { kind: 'CHECK_IN', of }, meetingId: of.meetingId } : null;
  }
  const [of] = topicId ? await topicsStore.byIds(tx, [topicId]) : [];
  return of ? { target: { kind: 'TOPIC', of }, meetingId: of.meetingId } : null;
}
