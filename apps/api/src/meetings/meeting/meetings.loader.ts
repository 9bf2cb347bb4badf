import type { GroupId, MeetingId } from '@yoriai/domain/kernel';
import type { MeetingSeriesId } from '@yoriai/domain/meetings';
import { defineLoader } from '../../platform/graphql/loader.js';
import { meetingsStore } from './meetings.store.js';
import { rsvpsStore } from './rsvps.store.js';
import { handoversStore } from './handovers.store.js';

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
  rsvpsStore.ofMeetings(tx, ids),
);
export const viewerRsvpToMeeting = defineLoader('viewerRsvpToMeeting', (tx, ids: readonly MeetingId[]) =>
  rsvpsStore.ofMember(tx, tx.viewer?.memberId ?? null, ids),
);
export const hostOfGroup = defineLoader('hostOfGroup', (tx, ids: readonly GroupId[]) =>
  handoversStore.hostsOfGroups(tx, ids),
);

export const handoverOfMeeting = defineLoader('handoverOfMeeting', (tx, ids: readonly MeetingId[]) =>
  handoversStore.ofMeetings(tx, ids),
);
