import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { lockOwnTopic } from './lock-own-topic.js';
import { topicsStore } from './topics.store.js';

/** Its owner takes a topic back, after leaving the group too: then the meeting is no longer theirs to see. */
export async function withdrawTopic(tx: TenantTx, topicId: meetings.TopicId): Promise<void> {
  const { topic, meeting } = await lockOwnTopic(tx, topicId);
  const events = meeting ? must(meetings.withdrawTopic(meeting, topic, topic.taken, tx.now)) : [];
  await topicsStore.remove(tx, topicId);
  await tx.publish(events);
}
