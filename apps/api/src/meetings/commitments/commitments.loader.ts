import { defineLoader } from '../../platform/graphql/loader.js';
import type { CommitmentId } from '@yoriai/domain/meetings';
import { commitmentsStore } from './commitments.store.js';
import type { MeetingId } from '@yoriai/domain/kernel';

export const commitmentById = defineLoader('commitmentById', (tx, ids: readonly CommitmentId[]) =>
  commitmentsStore.byIds(tx, ids),
);

export const commitmentsOfMeeting = defineLoader('commitmentsOfMeeting', (tx, ids: readonly MeetingId[]) =>
  commitmentsStore.ofMeetings(tx, ids),
);
