import type { MeetingId } from '@yoriai/domain/kernel';
import type { TopicId } from '@yoriai/domain/meetings';
import { defineLoader } from '../../platform/graphql/loader.js';
import { lookBacksStore } from './look-backs.store.js';
import { topicsStore } from './topics.store.js';

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
