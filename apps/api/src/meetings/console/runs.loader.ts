import type { MeetingId } from '@yoriai/domain/kernel';
import { defineLoader } from '../../platform/graphql/loader.js';
import { airtimeStore } from './airtime.store.js';
import { runsStore } from './runs.store.js';

export const runOfMeeting = defineLoader('runOfMeeting', (tx, ids: readonly MeetingId[]) =>
  runsStore.byMeetings(tx, ids),
);
export const airtimeOfMeeting = defineLoader('airtimeOfMeeting', (tx, ids: readonly MeetingId[]) =>
  airtimeStore.ofMeetings(tx, ids),
);
