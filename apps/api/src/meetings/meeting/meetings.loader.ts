import type { GroupId, MeetingId } from '@yoriai/domain/kernel';
import type { CommitmentId, DecisionId, MeetingSeriesId } from '@yoriai/domain/meetings';
import { defineLoader } from '../../platform/graphql/loader.js';
import { closingRoundsStore } from '../minutes/closing-rounds.store.js';
import { commitmentsStore } from '../commitments/commitments.store.js';
import { decisionsStore } from '../minutes/decisions.store.js';
import { meetingsStore } from './meetings.store.js';
import { minutesStore } from '../minutes/minutes.store.js';

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
export const commitmentById = defineLoader('commitmentById', (tx, ids: readonly CommitmentId[]) =>
  commitmentsStore.byIds(tx, ids),
);
export const commitmentsOfMeeting = defineLoader('commitmentsOfMeeting', (tx, ids: readonly MeetingId[]) =>
  commitmentsStore.ofMeetings(tx, ids),
);
export const decisionById = defineLoader('decisionById', (tx, ids: readonly DecisionId[]) =>
  decisionsStore.byIds(tx, ids),
);
export const decisionsOfMeeting = defineLoader('decisionsOfMeeting', (tx, ids: readonly MeetingId[]) =>
  decisionsStore.ofMeetings(tx, ids),
);
export const hostOfGroup = defineLoader('hostOfGroup', (tx, ids: readonly GroupId[]) =>
  commitmentsStore.hostsOf(tx, ids),
);
export const minutesOfMeeting = defineLoader('minutesOfMeeting', (tx, ids: readonly MeetingId[]) =>
  minutesStore.ofMeetings(tx, ids),
);
export const correctionsOfMeeting = defineLoader('correctionsOfMeeting', (tx, ids: readonly MeetingId[]) =>
  minutesStore.corrections(tx, ids),
);
export const reflectionsOfMeeting = defineLoader('reflectionsOfMeeting', (tx, ids: readonly MeetingId[]) =>
  closingRoundsStore.reflections(tx, ids),
);
export const goalsBeforeMeeting = defineLoader('goalsBeforeMeeting', (tx, ids: readonly MeetingId[]) =>
  closingRoundsStore.goalsBefore(tx, ids),
);
