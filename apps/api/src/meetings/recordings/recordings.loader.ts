import type { MeetingId } from '@yoriai/domain/kernel';
import { defineLoader } from '../../platform/graphql/loader.js';
import { recordingsStore } from './recordings.store.js';

export const recordingOfMeeting = defineLoader('recordingOfMeeting', (tx, ids: readonly MeetingId[]) =>
  recordingsStore.ofMeetings(tx, ids),
);

export const recordingAnswersOf = defineLoader('recordingAnswersOf', (tx, ids: readonly MeetingId[]) =>
  recordingsStore.answersOf(tx, ids),
);
