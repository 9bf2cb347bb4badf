import type { MeetingId } from '@yoriai/domain/kernel';
import type { RemarkId } from '@yoriai/domain/meetings';
import type { RemarkFacts } from '@yoriai/domain/notifications';
import { groupById } from '../../groups/group/groups.loader.js';
import { describeNotices } from '../../notifications/describe.js';
import { memberById } from '../../people/members/people.loader.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { topicsStore } from '../topics/topics.store.js';
import { remarksStore } from './remarks.store.js';

/** An answer to the reader's check-in or topic, as long as it stands. */
describeNotices(['meeting.remark'], async (tx, ids) => {
  const remarks = await remarksStore.byIds(tx, [...new Set(ids.map(({ remarkId }) => remarkId as RemarkId))]);
  const topics = await topicsStore.byIds(
    tx,
    remarks.flatMap(({ topicId }) => (topicId ? [topicId] : [])),
  );
  const people = await memberById.batch(tx, [...new Set(remarks.map(({ memberId }) => memberId))]);
  const meetings = await meetingsStore.byIds(tx, [
    ...new Set(ids.map(({ meetingId }) => meetingId as MeetingId)),
  ]);
  const groups = await groupById.batch(tx, [
    ...new Set([...meetings.values()].map(({ groupId }) => groupId)),
  ]);
  return ids.map(({ meetingId, remarkId }): RemarkFacts | null => {
    const remark = remarks.find(({ id }) => id === remarkId);
    const meeting = meetings.get(meetingId as MeetingId);
    const group = meeting && groups.get(meeting.groupId);
    const person = remark && people.get(remark.memberId);
    if (!remark || !group || !person) return null;
    const topic = topics.find(({ id }) => id === remark.topicId)?.title ?? null;
    return { groupName: group.name, person: person.displayName, topic, body: remark.body };
  });
});
