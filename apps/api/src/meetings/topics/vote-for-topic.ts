import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { topicsStore } from './topics.store.js';

/** これを聞きたい, or not any more; saying the same twice is saying it once. */
export async function voteForTopic(tx: TenantTx, topicId: meetings.TopicId, vote: boolean): Promise<void> {
  const viewer = found(tx.viewer);
  const topic = found((await topicsStore.byIds(tx, [topicId]))[0]);
  const meeting = found(await meetingsStore.hold(tx, topic.meetingId));
  must(meetings.canPrepare(viewer, await groupOf(tx, meeting.groupId)));
  const events = must(meetings.voteForTopic(meeting, topic, viewer.memberId, tx.now));
  const isNew = await (vote ? topicsStore.vote : topicsStore.unvote)(tx, topicId, viewer.memberId);
  if (isNew) await tx.publish(events);
}
