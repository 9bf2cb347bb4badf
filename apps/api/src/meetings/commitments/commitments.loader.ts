import type { MeetingId } from '@yoriai/domain/kernel';
import type { CommitmentId } from '@yoriai/domain/meetings';
import { defineLoader } from '../../platform/graphql/loader.js';
import { commitmentsStore } from './commitments.store.js';

export const commitmentById = defineLoader('commitmentById', (tx, ids: readonly CommitmentId[]) =>
  commitmentsStore.byIds(tx, ids),
);

export const commitmentsOfMeeting = defineLoader('commitmentsOfMeeting', (tx, ids: readonly MeetingId[]) =>
  commitmentsStore.ofMeetings(tx, ids),
);
