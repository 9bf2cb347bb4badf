import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { mayRunMeeting } from '../meeting/may-run-meeting.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { topicsStore } from './topics.store.js';

/** A member who runs the meeting takes a topic up: its owner has their turn in this meeting. */
export async function takeTopic(tx: TenantTx, topicId: meetings.TopicId): Promise<void> {
  const { topic, meeting } = await lockToTake(tx, topicId);
  const before = await meetingsStore.countBefore(tx, meeting);
  const events = must(meetings.takeTopic(meeting, topic, before, tx.now));
  if (topic.taken) return;
  await topicsStore.take(tx, topic, found(tx.viewer).memberId);
  await tx.publish(events);
}

export async function releaseTopic(tx: TenantTx, topicId: meetings.TopicId): Promise<void> {
  const { topic, meeting } = await lockToTake(tx, topicId);
  const events = must(meetings.releaseTopic(meeting, topic, tx.now));
  if (!topic.taken) return;
  await topicsStore.release(tx, topic);
  await tx.publish(events);
}

/** One after another: the meeting is locked, so that two taps are one turn. */
async function lockToTake(tx: TenantTx, topicId: meetings.TopicId) {
  const { meetingId } = found((await topicsStore.byIds(tx, [topicId]))[0]);
  const meeting = await meetingsStore.lock(tx, meetingId);
  must(await mayRunMeeting(tx, meeting, await groupOf(tx, meeting.groupId)));
  return { meeting, topic: found((await topicsStore.byIds(tx, [topicId]))[0]) };
}
