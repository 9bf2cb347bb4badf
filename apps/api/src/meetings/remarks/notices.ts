import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';

import type { RemarkFacts } from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { Describes } from '../../notifications/notices.js';
import { memberById } from '../../people/members/members.loader.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { topicsStore } from '../topics/topics.store.js';
import { remarksStore } from './remarks.store.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

@Injectable()
export class RemarkNotices {
  /** An answer to the reader's check-in or topic, as long as it exists. */
  @Describes('meeting.remark')
  async remarks(tx: TenantTx, ids: readonly IdsOfNotice['meeting.remark'][]) {
    const remarks = await remarksStore.byIds(tx, [...new Set(ids.map(({ remarkId }) => remarkId))]);
    const topics = await topicsStore.byIds(
      tx,
      remarks.flatMap(({ topicId }) => (topicId ? [topicId] : [])),
    );
    const people = await memberById.batch(tx, [...new Set(remarks.map(({ memberId }) => memberId))]);
    const meetings = await meetingsStore.byIds(tx, [...new Set(ids.map(({ meetingId }) => meetingId))]);
    const groups = await groupById.batch(tx, [
      ...new Set([...meetings.values()].map(({ groupId }) => groupId)),
    ]);
    return ids.map(({ meetingId, remarkId }): RemarkFacts | null => {
      const remark = remarks.find(({ id }) => id === remarkId);
      const meeting = meetings.get(meetingId);
      const group = meeting && groups.get(meeting.groupId);
      const person = remark && people.get(remark.memberId);
      if (!remark || !group || !person) return null;
      const topic = topics.find(({ id }) => id === remark.topicId)?.title ?? null;
      return { groupName: group.name, person: person.displayName, topic, body: remark.body };
    });
  }
}
