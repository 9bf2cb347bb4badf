import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { lockOwnTopic } from './lock-own-topic.js';
import { topicsStore } from './topics.store.js';

export async function editTopic(
  tx: TenantTx,
  topicId: meetings.TopicId,
  changes: meetings.TopicChanges,
): Promise<void> {
  const { topic, meeting: known } = await lockOwnTopic(tx, topicId);
  const meeting = found(known);
  must(meetings.canPrepare(found(tx.viewer), await groupOf(tx, meeting.groupId)));
  const { next, events } = must(meetings.editTopic(meeting, topic, topic.taken, changes, tx.now));
  if (next === topic) return;
  await topicsStore.save(tx, next);
  await tx.publish(events);
}
