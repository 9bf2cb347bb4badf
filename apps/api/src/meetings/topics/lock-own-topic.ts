import * as meetings from '@yoriai/domain/meetings';
import { found, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { topicsStore, type SeenTopic } from './topics.store.js';

/** The meeting is held before the topic is locked, as in every act on both. */
export async function lockOwnTopic(
  tx: TenantTx,
  topicId: meetings.TopicId,
): Promise<{ topic: SeenTopic; meeting: meetings.Meeting | null }> {
  const seen = found((await topicsStore.byIds(tx, [topicId]))[0]);
  if (seen.memberId !== found(tx.viewer).memberId) refuse({ code: 'FORBIDDEN' });
  const meeting = await meetingsStore.hold(tx, seen.meetingId);
  return { meeting, topic: found(await topicsStore.lock(tx, topicId)) };
}
