import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { lookBacksStore } from './look-backs.store.js';
import { topicsStore } from './topics.store.js';

/** 一年後の今日: the topic is on the next meeting again. Answers with the meeting of then. */
export async function bringTopicBack(tx: TenantTx, topicId: meetings.TopicId): Promise<MeetingId> {
  const viewer = found(tx.viewer);
  const seen = found((await topicsStore.byIds(tx, [topicId]))[0]);
  const group = await groupOf(tx, seen.groupId);
  const then = found(await meetingsStore.hold(tx, seen.meetingId));
  must(meetings.canPrepare(viewer, group));
  const next = found((await meetingsStore.nextOfGroups(tx, [group.id])).get(group.id));
  // Two taps are one topic: locked by its owner; another member's topic is not theirs to lock.
  const topic = (await topicsStore.lock(tx, topicId)) ?? seen;
  const agreed = (await lookBacksStore.ofMeetings(tx, [then.id])).get(then.id) ?? [];
  const lookBack = agreed.find((one) => one.topicId === topicId) ?? null;
  const ownSoFar = await topicsStore.countOwn(tx, next.id, viewer.memberId);
  const facts = { id: tx.newId<'Topic'>(), memberId: viewer.memberId, ownSoFar, now: tx.now };
  const back = must(meetings.bringTopicBack(then, topic, lookBack, next, facts));
  if (!back) return then.id;
  await topicsStore.insert(tx, back.next, await audiences.groupAtEpoch(tx, group.id), topicId);
  await tx.publish(back.events);
  return then.id;
}
