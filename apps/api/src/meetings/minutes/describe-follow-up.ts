import type { GroupId, MeetingId } from '@yoriai/domain/kernel';
import { isOpenCommitment, type CommitmentId } from '@yoriai/domain/meetings';
import type { ClosedMeetingFacts, CommitmentFacts } from '@yoriai/domain/notifications';
import { groupById } from '../../groups/group/groups.loader.js';
import { describeNotices } from '../../notifications/describe.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { commitmentsStore } from '../commitments/commitments.store.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { minutesStore } from './minutes.store.js';

const groupsOf = (tx: TenantTx, things: Iterable<{ readonly groupId: GroupId }>) =>
  groupById.batch(tx, [...new Set([...things].map(({ groupId }) => groupId))]);

describeNotices(['meeting.summary', 'meeting.one-year-later'], async (tx, all) => {
  const ids = all.map(({ meetingId }) => meetingId as MeetingId);
  const meetings = await meetingsStore.byIds(tx, ids);
  const minutes = await minutesStore.ofMeetings(tx, ids);
  const groups = await groupsOf(tx, meetings.values());
  return ids.map((id): ClosedMeetingFacts | null => {
    const meeting = meetings.get(id);
    const group = meeting && groups.get(meeting.groupId);
    // Who came into the group later reads nothing of what was before them.
    if (!group || meeting.status !== 'CLOSED' || !minutes.has(id)) return null;
    return { groupName: group.name, title: meeting.title };
  });
});

describeNotices(['commitment.made', 'commitment.due'], async (tx, all) => {
  const ids = all.map(({ commitmentId }) => commitmentId as CommitmentId);
  const commitments = await commitmentsStore.byIds(tx, ids);
  const groups = await groupsOf(tx, commitments.values());
  return ids.map((id): CommitmentFacts | null => {
    const commitment = commitments.get(id);
    const group = commitment && groups.get(commitment.groupId);
    if (!group || !isOpenCommitment(commitment)) return null;
    return { groupName: group.name, statement: commitment.statement, dueOn: commitment.dueOn };
  });
});
