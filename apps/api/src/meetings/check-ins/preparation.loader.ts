import type { MeetingId } from '@yoriai/domain/kernel';
import type { CheckInId, RemarkId, TopicId } from '@yoriai/domain/meetings';
import type { Page } from '../../platform/graphql/connection.js';
import { defineLoader, groupRows } from '../../platform/graphql/loader.js';
import { checkInsStore } from './check-ins.store.js';
import { remarksStore } from './remarks.store.js';
import { lookBacksStore } from '../commitments/look-backs.store.js';
import { topicsStore } from '../topics/topics.store.js';

export const checkInById = defineLoader('checkInById', (tx, ids: readonly CheckInId[]) =>
  checkInsStore.byIds(tx, ids),
);
export const checkInsOfMeeting = defineLoader('checkInsOfMeeting', (tx, ids: readonly MeetingId[]) =>
  checkInsStore.ofMeetings(tx, ids),
);
export const topicById = defineLoader('topicById', (tx, ids: readonly TopicId[]) =>
  topicsStore.byIds(tx, ids),
);
export const topicsOfMeeting = defineLoader('topicsOfMeeting', (tx, ids: readonly MeetingId[]) =>
  topicsStore.ofMeetings(tx, ids),
);
export const lookBacksOfMeeting = defineLoader('lookBacksOfMeeting', (tx, ids: readonly MeetingId[]) =>
  lookBacksStore.ofMeetings(tx, ids),
);
export const lastTurnsBefore = defineLoader('lastTurnsBefore', (tx, ids: readonly MeetingId[]) =>
  topicsStore.lastTurns(tx, ids),
);
export const remarkById = defineLoader('remarkById', (tx, ids: readonly RemarkId[]) =>
  remarksStore.byIds(tx, ids),
);
/** The same page of the threads of many notes; a cursor names a place in one thread, so later pages come alone. */
export const remarksOfCheckIn = (page: Page) =>
  defineLoader(
    `remarksOfCheckIn ${page.first} ${page.after?.join() ?? ''}`,
    async (tx, ids: readonly CheckInId[]) =>
      groupRows(await remarksStore.page(tx, 'check_in_id', ids, page), ({ checkInId }) => checkInId!),
  );
export const remarksOfTopic = (page: Page) =>
  defineLoader(
    `remarksOfTopic ${page.first} ${page.after?.join() ?? ''}`,
    async (tx, ids: readonly TopicId[]) =>
      groupRows(await remarksStore.page(tx, 'topic_id', ids, page), ({ topicId }) => topicId!),
  );
