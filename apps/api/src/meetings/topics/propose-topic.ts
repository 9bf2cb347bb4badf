import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { markFirstContent } from '../../groups/group/mark-first-content.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { topicsStore } from './topics.store.js';

export interface ProposeTopic extends meetings.TopicDraft {
  readonly meetingId: MeetingId;
}

export async function proposeTopic(
  tx: TenantTx,
  { meetingId, ...draft }: ProposeTopic,
): Promise<meetings.TopicId> {
  const viewer = found(tx.viewer);
  const meeting = found(await meetingsStore.hold(tx, meetingId));
  must(meetings.canPrepare(viewer, await groupOf(tx, meeting.groupId)));
  const ownSoFar = await topicsStore.countOwn(tx, meetingId, viewer.memberId);
  const facts = { id: tx.newId<'Topic'>(), memberId: viewer.memberId, ownSoFar, now: tx.now };
  const { next, events } = must(meetings.proposeTopic(meeting, draft, facts));
  await markFirstContent(tx, meeting.groupId);
  await topicsStore.insert(tx, next, await audiences.groupAtEpoch(tx, meeting.groupId));
  await tx.publish(events);
  return next.id;
}
