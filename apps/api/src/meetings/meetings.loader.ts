import type { GroupId, MeetingId } from '@yoriai/domain/kernel';
import type { MeetingSeriesId } from '@yoriai/domain/meetings';
import { defineLoader } from '../platform/graphql/loader.js';
import { meetingsStore } from './meetings.store.js';

export const meetingById = defineLoader('meetingById', (tx, ids: readonly MeetingId[]) =>
  meetingsStore.byIds(tx, ids),
);
export const seriesById = defineLoader('seriesById', (tx, ids: readonly MeetingSeriesId[]) =>
  meetingsStore.seriesByIds(tx, ids),
);
export const nextMeetingOfGroup = defineLoader('nextMeetingOfGroup', (tx, ids: readonly GroupId[]) =>
  meetingsStore.nextOfGroups(tx, ids),
);
export const rsvpsOfMeeting = defineLoader('rsvpsOfMeeting', (tx, ids: readonly MeetingId[]) =>
  meetingsStore.rsvpsOf(tx, ids),
);
