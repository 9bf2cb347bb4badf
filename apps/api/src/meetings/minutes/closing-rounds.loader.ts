import type { MeetingId } from '@yoriai/domain/kernel';
import { defineLoader } from '../../platform/graphql/loader.js';
import { closingRoundsStore } from './closing-rounds.store.js';

export const reflectionsOfMeeting = defineLoader('reflectionsOfMeeting', (tx, ids: readonly MeetingId[]) =>
  closingRoundsStore.reflections(tx, ids),
);

export const goalsBeforeMeeting = defineLoader('goalsBeforeMeeting', (tx, ids: readonly MeetingId[]) =>
  closingRoundsStore.goalsBefore(tx, ids),
);
