import type { ClosedMeetingFacts } from '@yoriai/domain/meetings';
import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';

import { groupById } from '../../groups/group/groups.loader.js';
import { Describes } from '../../notifications/notices.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { minutesStore } from './minutes.store.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

@Injectable()
export class MinutesNotices {
  @Describes('meeting.summary', 'meeting.one-year-later')
  async minutes(tx: TenantTx, all: readonly IdsOfNotice['meeting.summary'][]) {
    const ids = all.map(({ meetingId }) => meetingId);
    const meetings = await meetingsStore.byIds(tx, ids);
    const minutes = await minutesStore.ofMeetings(tx, ids);
    const groups = await groupById.batch(tx, [
      ...new Set([...meetings.values()].map(({ groupId }) => groupId)),
    ]);
    return ids.map((id): ClosedMeetingFacts | null => {
      const meeting = meetings.get(id);
      const group = meeting && groups.get(meeting.groupId);
      // Who came into the group later reads nothing of what was before them.
      if (!group || meeting.status !== 'CLOSED' || !minutes.has(id)) return null;
      return { groupName: group.name, title: meeting.title };
    });
  }
}
