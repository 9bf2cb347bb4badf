import type { MeetingId } from '@yoriai/domain/kernel';
import { defineLoader } from '../../platform/graphql/loader.js';
import { airtimeStore } from './airtime.store.js';
import { attendanceStore } from './attendance.store.js';
import { meetingRunsStore } from './meeting-runs.store.js';
import { recordingsStore } from './recordings.store.js';

export const runOfMeeting = defineLoader('runOfMeeting', (tx, ids: readonly MeetingId[]) =>
  meetingRunsStore.byMeetings(tx, ids),
);
export const attendanceOfMeeting = defineLoader('attendanceOfMeeting', (tx, ids: readonly MeetingId[]) =>
  attendanceStore.ofMeetings(tx, ids),
);
export const attendanceCorrectionsOf = defineLoader(
  'attendanceCorrectionsOf',
  (tx, ids: readonly MeetingId[]) => attendanceStore.corrections(tx, ids),
);
export const airtimeOfMeeting = defineLoader('airtimeOfMeeting', (tx, ids: readonly MeetingId[]) =>
  airtimeStore.ofMeetings(tx, ids),
);
export const recordingOfMeeting = defineLoader('recordingOfMeeting', (tx, ids: readonly MeetingId[]) =>
  recordingsStore.ofMeetings(tx, ids),
);
export const recordingAnswersOf = defineLoader('recordingAnswersOf', (tx, ids: readonly MeetingId[]) =>
  recordingsStore.answersOf(tx, ids),
);
export const handoverOfMeeting = defineLoader('handoverOfMeeting', (tx, ids: readonly MeetingId[]) =>
  meetingRunsStore.handoversOf(tx, ids),
);
