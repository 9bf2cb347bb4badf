import type { MeetingId } from '@yoriai/domain/kernel';
import { defineLoader } from '../platform/graphql/loader.js';
import { meetingRunsStore } from './meeting-runs.store.js';

export const runOfMeeting = defineLoader('runOfMeeting', (tx, ids: readonly MeetingId[]) =>
  meetingRunsStore.byMeetings(tx, ids),
);
export const handoverOfMeeting = defineLoader('handoverOfMeeting', (tx, ids: readonly MeetingId[]) =>
  meetingRunsStore.handoversOf(tx, ids),
);
