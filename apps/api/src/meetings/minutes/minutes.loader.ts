import type { MeetingId } from '@yoriai/domain/kernel';
import type { DecisionId } from '@yoriai/domain/meetings';
import { defineLoader } from '../../platform/graphql/loader.js';
import { decisionsStore } from './decisions.store.js';
import { minutesStore } from './minutes.store.js';

export const decisionById = defineLoader('decisionById', (tx, ids: readonly DecisionId[]) =>
  decisionsStore.byIds(tx, ids),
);

export const decisionsOfMeeting = defineLoader('decisionsOfMeeting', (tx, ids: readonly MeetingId[]) =>
  decisionsStore.ofMeetings(tx, ids),
);

export const minutesOfMeeting = defineLoader('minutesOfMeeting', (tx, ids: readonly MeetingId[]) =>
  minutesStore.ofMeetings(tx, ids),
);

export const correctionsOfMeeting = defineLoader('correctionsOfMeeting', (tx, ids: readonly MeetingId[]) =>
  minutesStore.corrections(tx, ids),
);
