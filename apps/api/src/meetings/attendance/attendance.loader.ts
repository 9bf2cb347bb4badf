import type { MeetingId } from '@yoriai/domain/kernel';
import { defineLoader } from '../../platform/graphql/loader.js';
import { attendanceStore } from './attendance.store.js';

export const attendanceOfMeeting = defineLoader('attendanceOfMeeting', (tx, ids: readonly MeetingId[]) =>
  attendanceStore.ofMeetings(tx, ids),
);

export const attendanceCorrectionsOf = defineLoader(
  'attendanceCorrectionsOf',
  (tx, ids: readonly MeetingId[]) => attendanceStore.corrections(tx, ids),
);
